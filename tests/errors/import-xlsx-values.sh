. "$srcdir/tests/errors/workbook.subr"
printf 'kode|s01\n3299122001001|<c><v>7</v><v>1</v></c>\n' | rows > Satu
workbook x.xlsx Satu
recap-import -c ppwp -s plano x.xlsx
