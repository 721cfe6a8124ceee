# Real documents of Sirekap: the broken sums are those that sqlite3 finds, each has corrections, and
# the causes are as they were when twenty of them were judged by eye.
. "$srcdir/tests/data/common.subr"
need sqlite3
archive=sirekap-2024-ppwp/tps-json-dki.tar.gz
data $archive
want 0 recap-import -q -c ppwp -s sirekap "$RECAP_DATA/$archive" > imported.csv
want 1 recap-check imported.csv > check.csv
query imported.csv "select kode from t where s01 <> '' and s02 <> '' and s03 <> ''
    and suara_sah <> '' and s01 + s02 + s03 <> suara_sah" | sort > known
query check.csv "select kode from t where aturan = 'R08'" | sort > found
same "the broken sums" known found
[ "$(wc -l < found)" = 28 ] || fail "$(wc -l < found) sums are broken, not 28"
query check.csv "select kode, keterangan from t where aturan = 'R08'
    and keterangan not like '% menjadi %'" > silent
[ ! -s silent ] || fail "without a correction: $(cat silent)"
query check.csv "select sebab, count(*) from t where aturan = 'R08' group by 1" > causes
printf '%s\n' '|5' 'angka-hilang|2' 'angka-salah-baca|21' > expected
same "the causes" expected causes
# V.A 216 was read as 15 and V.C 221 as 1: with both the form adds up.
query check.csv "select distinct sebab from t where kode = '3173011002073'
    and aturan in ('R07', 'R08', 'R10')
    and keterangan like '%: V.A 15 menjadi 216 (%) dan V.C 1 menjadi 221 (%'" > lost
echo angka-hilang > expected
same "3173011002073" expected lost
