. "$srcdir/tests/errors/workbook.subr"
printf 'kode|s01\n3299122001001|7\n' | rows > Satu
echo A0:B7 > Satu.joined
workbook x.xlsx Satu
recap-import -c ppwp -s plano x.xlsx
