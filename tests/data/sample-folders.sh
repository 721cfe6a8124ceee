# The small folders of samples/ show what their READMEs say.
. "$srcdir/tests/prop/common.subr"
need sqlite3

cp -R "$samples/satu-tps" "$samples/potret" "$samples/berkas-rusak" .
chmod -R u+w satu-tps potret berkas-rusak

cd satu-tps
want 0 recap-import -q -c ppwp -s sirekap 3907122001001.json -o sirekap.csv
want 0 recap-check plano.csv > check.csv
want 1 recap-check sirekap.csv > check.csv
[ "$(query check.csv "select aturan, isian, nilai_a, nilai_b from t")" = \
    'R08|suara_sah|216|296' ] ||
    fail "satu-tps: $(cat check.csv)"
want 1 recap-diff plano.csv sirekap.csv > diff.csv
[ "$(query diff.csv "select aturan, isian, nilai_a, nilai_b, sebab from t" | paste -sd ' ')" = \
    'D01|s02|109|189|angka-salah-baca D06||||' ] ||
    fail "satu-tps: $(cat diff.csv)"
cd ..

want 0 recap-import -c ppwp -s sirekap potret > potret.csv 2> err
grep -q 'read 4 = imported 2 + superseded 2 + rejected 0$' err || fail "potret: $(cat err)"
[ "$(query potret.csv "select kode, s02 from t" | paste -sd ' ')" = \
    '3907122001001|109 3907122001002|100' ] || fail "potret: $(cat potret.csv)"

want 1 recap-import -c ppwp -s sirekap --rejects rejects.csv berkas-rusak/*.json > good.csv 2> err
[ "$(query good.csv "select kode from t")" = 3907122001003 ] || fail "berkas-rusak: $(cat good.csv)"
grep -q 'read 5 = imported 1 + superseded 0 + rejected 4$' err || fail "berkas-rusak: $(cat err)"
for name in 3907122001001 3907122001002 3907122001005 salinan-tps-4; do
    grep -q "^berkas-rusak/$name.json" rejects.csv || fail "nothing about $name: $(cat rejects.csv)"
done

want 1 recap-import -c ppwp -s plano --rejects rejects.csv berkas-rusak/ketikan.csv \
    > good.csv 2> err
[ "$(query good.csv "select kode from t")" = 3907122001002 ] || fail "ketikan: $(cat good.csv)"
grep -q 'read 5 = imported 1 + superseded 0 + rejected 4$' err || fail "ketikan: $(cat err)"
query rejects.csv "select asal from t" | sed 's/^\([^:]*:[0-9]*\).*/\1/' | sort -u > found
for line in 2 4 5 6; do echo "berkas-rusak/ketikan.csv:$line"; done > known
same "the lines that are rejected" known found
for text in 1O9 3.90712E+12 1.234 -5; do
    grep -qF -e "$text" rejects.csv || fail "ketikan: nothing about '$text': $(cat rejects.csv)"
done
