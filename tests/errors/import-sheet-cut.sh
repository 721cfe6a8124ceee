# A workbook whose end is missing.
. "$srcdir/tests/errors/workbook.subr"
printf 'kode|s01\n3907122001001|1\n' | rows > data
workbook data.xlsx data
head -c 600 data.xlsx > putus.xlsx
recap-import -c ppwp -s plano putus.xlsx
