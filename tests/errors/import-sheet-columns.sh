# A million columns.
. "$srcdir/tests/errors/workbook.subr"
awk 'BEGIN { printf "<row>"; for (i = 0; i < 1000000; i++) printf "<c><v>1</v></c>"; print "</row>" }' > lebar
workbook lebar.xlsx lebar
recap-import -c ppwp -s plano lebar.xlsx
