# All five contests of an election, each with faults: one run of recap-pleno writes what the tools do
# one by one, byte for byte; a second run changes nothing; only what an input touches is written anew,
# and what was there before is kept.
. "$srcdir/tests/prop/common.subr"
need unzip
contests='ppwp pdpr pdpd pdprdp pdprdk'
cat > rapat.conf << 'END'
[rapat]
tanggal=2024-02-20
[pleno]
kontes=ppwp;pdpr;pdpd;pdprdp;pdprdk
keluaran=hasil
daftar_tps=ppwp/register.csv
keputusan=ppwp.list; pdpr.list
[sumber plano]
berkas={kontes}/plano.csv
[sumber sirekap]
berkas={kontes}/sirekap.csv
END

# alike FILE OUTPUT: the output of recap-pleno is the file of the single tool, but for the folder in which
# a table without a form lies.
alike() {
    for table in "$1" "hasil/$2-$contest.csv"; do
        sed 's|,hasil/\([a-z]*-[a-z]*\.csv\)|,\1|' "$table" > "alike.${table%%/*}"
    done
    same "$contest" "alike.$1" alike.hasil
}

# decide CONTEST: decisions about the votes of the first contestant at every third TPS; one is stale
decide() {
    echo kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu
    awk -F , -v contest="$1" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { box = "s01" in at ? "s01" : "p01"; value = $at[box] }
        NR % 3 == 0 && value != "" { print contest "," $at["kode"] "," box "," value "," value + 1 ",plano,,,," }
        NR == 4 { print contest "," $at["kode"] "," box "," value + 7 "," value ",plano,basi,,," }
    ' "$1/plano.csv"
}

# sums: the checksums of all outputs
sums() {
    (cd hasil && sha256sum *)
}

for seed in ${seeds%% *}; do
    for contest in $contests; do
        elect "$seed" $contest -c $contest -n 3 -d 3 -t 12 --fault=acak=6 > log
        # One TPS is in no source but the plano, one not on the plano.
        sed -i '$d' $contest/sirekap.csv
        sed -i 5d $contest/plano.csv
    done
    for contest in $contests; do
        decide $contest > $contest.list
    done
    want 1 recap-pleno -q rapat.conf > ringkasan 2> err
    same summary ringkasan hasil/ringkasan.txt
    [ "$(grep -c '^Berita acara: ' ringkasan)" = 5 ] || fail "not all contests have minutes"

    for contest in $contests; do
        for source in plano sirekap; do
            recap-import -q -c $contest -s $source -r ppwp/register.csv --rejects tolakan.csv \
                -o $source-$contest.csv $contest/$source.csv || [ $? = 1 ]
            alike $source-$contest.csv $source
            alike tolakan.csv tolakan-$source
        done
        recap-diff -q -o selisih-$contest.csv plano-$contest.csv sirekap-$contest.csv || [ $? = 1 ]
        alike selisih-$contest.csv selisih
    done
    recap-check -q -r ppwp/register.csv -o temuan.csv plano-*.csv || [ $? = 1 ]
    for contest in $contests; do
        # Rules between contests name the table of the other one.
        awk -F , -v contest=$contest 'FNR == 1 || $1 == contest' temuan.csv |
            sed 's|,plano-\([a-z]*\.csv:[0-9]*\)$|,hasil/plano-\1|' | sort > known
        sort hasil/temuan-$contest.csv > found
        same "findings of $contest" known found
        case $contest in ppwp | pdpr) list=$contest.list ;; *) list=none.list ;; esac
        head -n 1 ppwp.list > none.list
        recap-resolve -q -d $list --undecided terbuka.csv -F hasil/temuan-$contest.csv \
            -F selisih-$contest.csv -o final.csv plano-$contest.csv 2> err || [ $? = 1 ]
        alike final.csv final
        alike terbuka.csv terbuka
        recap-sum -q --by desa -r ppwp/register.csv -o desa.csv final.csv 2> err || [ $? = 1 ]
        recap-sum -q --by kecamatan -o kecamatan.csv desa.csv 2> err || [ $? = 1 ]
        # A sum says from which table it was made.
        sed 's/,final\.csv,/,X,/' desa.csv > known
        sed "s|,hasil/[^,]*final-$contest\\.csv,|,X,|" hasil/jumlah-desa-$contest.csv > found
        same "sums of $contest" known found
        recap-import -q -c $contest -s final -o minutes.csv hasil/berita-acara-$contest.xlsx
        melt final.csv > known
        melt minutes.csv > found
        same "the minutes of $contest" known found
    done

    # What was written on the way shows nowhere.
    for file in hasil/*; do
        case $file in *.xlsx) unzip -p "$file" ;; *) cat "$file" ;; esac > text
        ! grep -q recap-pleno text || fail "$file names a hidden file"
    done

    sums > before
    want 1 recap-pleno -q rapat.conf > again 2> err
    sums > after
    same "a second run" before after
    same "its summary" ringkasan again

    # One TPS of one contest is typed again.
    awk -F , -v OFS=, 'NR == 2 { $NF = $NF + 1 } 1' pdpd/plano.csv > new
    mv new pdpd/plano.csv
    want 1 recap-pleno -q rapat.conf > again 2> err
    sums > after
    awk 'FNR == NR { old[$2] = $1; next } old[$2] != $1 { print $2 }' before after > changed
    grep -v -e pdpd -e ringkasan changed > wrong || :
    [ ! -s wrong ] || fail "written anew without a reason: $(cat wrong)"
    grep -q '^plano-pdpd.1.csv$' changed || fail "the earlier table is not kept"
    awk 'FNR == NR { old[$1] = 1; next } $1 in old { delete old[$1] }
        END { for (sum in old) print sum }' before after > lost
    [ ! -s lost ] || fail "an earlier output is lost: $(cat lost)"
done
