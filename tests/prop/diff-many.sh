# Several tables behind the authority give the findings of each; a region gives those of the
# region, chosen fields those of the fields.
. "$srcdir/tests/prop/common.subr"
need sqlite3
# each FILE: without what is said of many TPS, or of all sources together.
each() {
    awk -F, '$8 != "D09" && $8 != "D11"' "$1"
}
for seed in $seeds; do
    elect "$seed" e --desa 12 --tps 12 --faults 3
    elect "$seed" f --desa 12 --tps 12 --damage
    # The damaged forms as the copies of a witness.
    sed 's/,plano,/,salinan:01,/' f/plano.csv > copies.csv
    want 1 recap-diff e/plano.csv e/sirekap.csv > all
    each all > ab.csv
    want 1 recap-diff e/plano.csv copies.csv > all
    each all > ac.csv
    want 1 recap-diff e/plano.csv e/sirekap.csv copies.csv > all
    each all > abc.csv
    head -n 1 ab.csv > known
    for file in ab.csv ac.csv; do tail -n +2 $file; done | sort >> known
    head -n 1 abc.csv > found
    tail -n +2 abc.csv | sort >> found
    same "seed $seed: three tables" known found

    for prefix in 39 3907 390712 3907122003 3907122003004; do
        actual=0
        recap-diff --region $prefix e/plano.csv e/sirekap.csv copies.csv > all || actual=$?
        each all > found
        awk -F, -v prefix=$prefix 'NR == 1 || index($2, prefix) == 1' abc.csv > known
        same "seed $seed: region $prefix" known found
        [ $actual = $(($(wc -l < known) > 1)) ] || fail "seed $seed: region $prefix: status $actual"
    done

    want 1 recap-diff --fields s01,s03,suara_sah e/plano.csv copies.csv > found.csv
    query found.csv "select kode, isian, aturan from t where isian <> ''" | sort > found
    query ac.csv "select kode, isian, aturan from t where isian in ('s01', 's03', 'suara_sah')" |
        sort > known
    # A form that is blank as a whole is one finding in one and may be several in the other.
    query ac.csv "select kode from t where aturan = 'D02' and isian = ''" > blank
    for file in found known; do
        awk -F '|' 'FILENAME == "blank" { blank[$1]; next } !($1 in blank)' blank $file \
            > $file.cells
    done
    same "seed $seed: chosen fields" known.cells found.cells
done
