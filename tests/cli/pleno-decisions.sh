# Deciding in the minutes: what is filled in is read by the next run, kept in the list of the contest
# and logged once; the minutes that were filled in are kept; a line struck out of the list takes the
# decision back. With two names one person is not enough.
. "$srcdir/tests/cli/fill.subr"
for program in zip unzip; do
    command -v $program > path || { echo "$program is not installed"; exit 77; }
done
printf '[pleno]\nkontes=ppwp\nkeluaran=hasil\n[sumber plano]\nberkas=plano.csv\n' > rapat.conf
cat > plano.csv << 'END'
kontes,kode,sumber,kecamatan,desa,tps,s01,s02,suara_sah,suara_tidak_sah,suara_total
ppwp,3907122001001,,MAJU,SATU,001,65,50,115,?,120
END
told() { recap-pleno rapat.conf > out 2> err || echo "status $?"; grep -v ' is new; ' err || :; grep -A 1 Keputusan out; }
told
printf 'K6\t5\nL6\thitung-ulang\nM6\tdihitung ulang\nO6\tPPK\nP6\t2024-02-20 09:05\n' |
    fill hasil/berita-acara-ppwp.xlsx Selisih terisi.xlsx
cp terisi.xlsx hasil/berita-acara-ppwp.xlsx

echo '-- decided'
told
cat hasil/keputusan-ppwp.csv
tail -n 1 hasil/final-ppwp.csv
cut -d , -f 1-18 hasil/catatan-keputusan-ppwp.csv
cmp terisi.xlsx hasil/berita-acara-ppwp.1.xlsx || ls hasil

echo '-- once more'
(cd hasil && sha256sum *) > before
told
(cd hasil && sha256sum *) > after
cmp before after

echo '-- two names'
cp rapat.conf one.conf
sed -i 's/^keluaran/dua_nama=ya\n&/' rapat.conf
told
cp one.conf rapat.conf

echo '-- taken back'
sed -i '$d' hasil/keputusan-ppwp.csv
told
tail -n 1 hasil/final-ppwp.csv
wc -l < hasil/catatan-keputusan-ppwp.csv

echo '-- half a row'
told
printf 'M6\tsedang ditulis\n' | fill hasil/berita-acara-ppwp.xlsx Selisih terisi.xlsx
cp terisi.xlsx hasil/berita-acara-ppwp.xlsx
told
grep '^Berita' out
told | grep lost
cmp terisi.xlsx hasil/berita-acara-ppwp.xlsx

echo '-- a row beside half a row is in force, and still theirs who fill in'
rm -r hasil
sed 's/001001,,\(.*\),001,/001002,,\1,002,/; 1d' plano.csv > second
cat second >> plano.csv
told > first-run
cp hasil/berita-acara-ppwp.xlsx asked.xlsx
done_row() { printf '%s\t5\n%s\thitung-ulang\n%s\tdihitung ulang\n%s\tPPK\n%s\t2024-02-20 09:05\n' K$1 L$1 M$1 O$1 P$1; }
{ done_row 6; printf 'M7\tsedang ditulis\n'; } | fill asked.xlsx Selisih hasil/berita-acara-ppwp.xlsx
told | grep -A 1 Keputusan
cut -d , -f 2,13-16 hasil/final-ppwp.csv
wc -l < hasil/keputusan-ppwp.csv
unzip -p hasil/berita-acara-ppwp.xlsx | grep -o 'dihitung ulang'
echo '-- the other row is finished, the first one emptied'
done_row 7 | fill asked.xlsx Selisih hasil/berita-acara-ppwp.xlsx
told | grep -A 1 Keputusan
cut -d , -f 2,13-16 hasil/final-ppwp.csv
cut -d , -f 2-5 hasil/keputusan-ppwp.csv
