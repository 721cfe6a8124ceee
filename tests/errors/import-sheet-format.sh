# The user says what it is, and it is not.
. "$srcdir/tests/errors/workbook.subr"
printf 'kode|s01\n3907122001001|1\n' | rows > data
workbook data.xlsx data
recap-import -c ppwp -s plano -f ods data.xlsx || echo "status $?"
printf 'kode,s01\n3907122001001,1\n' > data.csv
recap-import -c ppwp -s plano -f xlsx data.csv
