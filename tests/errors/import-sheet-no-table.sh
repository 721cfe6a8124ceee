# No sheet is a table.
. "$srcdir/tests/errors/workbook.subr"
echo 'Rapat pleno|hari Minggu' | rows > Catatan
: > Kosong
workbook catatan.xlsx Catatan Kosong
recap-import -c ppwp -s plano catatan.xlsx
