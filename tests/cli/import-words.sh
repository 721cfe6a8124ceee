# Figures and words of one box: the figures are imported as they stand there, what the words say is a
# finding; nothing is filled in. The file of findings goes into the minutes.
cat > ketik.csv <<'CSV'
kode,s01,s02,s02 terbilang,s03,s03 terbilang
3299122001001,203 (dua ratus dua),7,delapan,5,lima
3299122001002,1,7,tujuhan,?,enam
3299122001003,1,,tujuh,,?
3299122001004,1,7,,8,-
3299122001004,1,7,tujuh,8,delapan
CSV
recap-import -c ppwp -s plano --findings temuan.csv ketik.csv > plano.csv || echo "status $?"
cut -d, -f2- plano.csv
cut -d, -f2,8- temuan.csv
recap-import -q -c ppwp -s plano ketik.csv > again.csv || echo "status $?"
cmp plano.csv again.csv
printf '[R31]\ntingkat=info\n' > info.conf
sed -n '1,2p' ketik.csv | recap-import -q -c ppwp -s plano --rules info.conf --findings info.csv - > /dev/null
cut -d, -f2,8-14 info.csv
printf '[R31]\naktif=false\n' > mati.conf
recap-import -c ppwp -s plano --rules mati.conf --findings mati.csv ketik.csv > /dev/null
wc -l < mati.csv
recap-report -F temuan.csv -o berita.xlsx plano.csv > report.out 2>&1 || echo "status $?"
unzip -p berita.xlsx xl/sharedStrings.xml | grep -o '[^>]*terbilang .delapan.[^<]*'
# Two lines of headings; words 'dengan huruf'.
printf '%s\n' 'kode,Suara sah,,Tidak sah dengan angka,Tidak sah (dengan huruf)' ',angka,terbilang,,' \
    '3299122001001,7,tujuh,3,empat' '3299122001002,8,tujuh,4,empat' > dua.csv
recap-import -c ppwp -s plano dua.csv | cut -d, -f2,9- || :
# What is decided about a number is not undecided any more.
printf '%s\n' kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu \
    'ppwp,3299122001001,s02,7,8,plano,dibaca ulang,,,' > putusan.csv
recap-resolve -d putusan.csv -F temuan.csv plano.csv > final.csv || echo "status $?"
# In a sheet like the form, too.
. "$srcdir/tests/errors/workbook.subr"
printf '%s\n' 'DESA : RANDU ASRI (3907122001)' 'NO|URAIAN|TPS 001|TPS 002|Terbilang|JUMLAH AKHIR' 'IV|PEROLEHAN SUARA' \
    '1|A. SUKA|203 (dua ratus dua)|7 (tujuh)|tujuh|210' '2|B. DUKA|5|<c/>|enam|5' '3|C. RIA|5|6|-|11' > Formulir
rows < Formulir > Lembar
workbook formulir.xlsx Lembar
recap-import -c ppwp -s plano --findings temuan.csv formulir.xlsx | cut -d, -f2,8- || :
cut -d, -f2,8- temuan.csv
spreadsheet formulir.ods Formulir
recap-import -c ppwp -s plano formulir.ods | cut -d, -f2,8- || :
