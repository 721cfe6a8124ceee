# A sheet that is not there.
. "$srcdir/tests/errors/workbook.subr"
printf 'kode|s01\n3907122001001|1\n' | rows > data
workbook data.xlsx data
recap-import -c ppwp -s plano --sheet Rekap data.xlsx
