# A workbook typed at night: shared and formatted texts, a hidden sheet, one that is no table, one that
# nobody has filled in, whose columns nobody carries, rows that are left out; in a file, from standard
# input, in a folder, in an archive.
. "$srcdir/tests/errors/workbook.subr"
printf '%s\n' 'Kode TPS' 'Suara sah' 'Tidak &amp; sah' 3907122001001 > texts
{
    echo '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c><c r="E2" t="inlineStr"><is><r><t>suara_</t></r><r><t>tidak_sah</t></r><rPh><t>x</t></rPh></is></c></row>'
    echo '<row r="3"><c r="B3" t="s"><v>3</v></c><c r="D3"><v>100</v></c><c r="E3" s="0"/></row>'
    echo '<row r="7"><c r="B7"><v>3907122001002</v></c><c r="D7"><v>0</v></c><c r="E7" t="str"><f>IF(1,"?")</f><v>?</v></c></row>'
} > Ketikan
printf 'kode|s01\n3907122001901|7\n' | rows > 'rahasia kami'
echo 'Rapat pleno|hari Minggu' | rows > Catatan
echo 'kode|s01|s02|pengguna_j|Paraf' | rows > Templat
workbook ketikan.xlsx Ketikan 'rahasia kami' Catatan Templat
recap-import -c ppwp -s plano ketikan.xlsx
recap-import -q -c ppwp -s plano --sheet ketikan - < ketikan.xlsx
mkdir folder
mv ketikan.xlsx folder
recap-import -q -c ppwp -s plano --dry-run folder
tar -cf arsip.tar folder
recap-import -q -c ppwp -s plano --dry-run -f xlsx arsip.tar
