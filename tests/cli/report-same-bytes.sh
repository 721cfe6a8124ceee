# The same input gives the same bytes: a hundred times, whatever the time zone, the locale (one with
# a decimal comma, one with another order of letters), the order of rows and columns, the clock. From
# standard input: the annex of sources has the SHA-256 of a file, which depends on that order.
awk -v desa='16 3' -f "$srcdir/tests/cli/report-table.awk" > t.csv
cat > meeting.conf << 'END'
[rapat]
tempat=Gedung Serbaguna
tanggal=Selasa, 20 Februari 2024
[ppk 1]
nama=Yohanes Sabelau
[kejadian 1]
kode=1309012001002
uraian=Kotak dibuka kembali
END
recap-check t.csv > findings.csv || [ $? = 1 ]
value=$(awk -F, '$2 == "1309012001003" { print $31 }' t.csv)
cat > decisions.csv << END
kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu
ppwp,1309012001003,s01,864,$value,plano,Dicocokkan,1,PPK; saksi,2024-02-20 10:15
END
report() {
    out=$1
    shift
    env "$@" recap-report -q -m meeting.conf -F findings.csv -d decisions.csv -o "$out" < t.csv
}
report a.xlsx TZ=UTC
sleep 2
runs=100
[ -z "${RECAP_VALGRIND:-}" ] || runs=3 # a run takes seconds there
for run in $(seq $runs); do
    report b.xlsx TZ=UTC
    cmp a.xlsx b.xlsx
done
[ "$run" = $runs ]

# A folder of locales may be missing where localedef or its sources are.
locales='C C.UTF-8'
for name in id_ID de_DE; do
    if command -v localedef > path && localedef -i $name -f UTF-8 ./$name.UTF-8 2> log; then
        locales="$locales $name.UTF-8"
    fi
done
for locale in $locales; do
    for zone in UTC Asia/Jayapura; do
        report b.xlsx LOCPATH="$PWD" LC_ALL="$locale" LANGUAGE= TZ=$zone
        cmp a.xlsx b.xlsx
    done
done

# Rows and columns in another order; from standard input, since the annex of sources has the SHA-256
# of a file.
cp t.csv sorted.csv
for seed in 1 2 3; do
    awk -v seed=$seed -f "$srcdir/tests/prop/shuffle.awk" sorted.csv > t.csv
    report b.xlsx TZ=UTC
    cmp a.xlsx b.xlsx
done

mv sorted.csv t.csv
SOURCE_DATE_EPOCH=1708394400 report c.xlsx TZ=UTC
SOURCE_DATE_EPOCH=1708394400 report d.xlsx TZ=Asia/Jayapura
cmp c.xlsx d.xlsx
unzip -p c.xlsx docProps/core.xml | grep -o '2024-02-20T02:00:00Z' | sort -u
