# Elements in elements in elements.
. "$srcdir/tests/errors/workbook.subr"
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<x>"; for (i = 0; i < 100000; i++) printf "</x>" }' > dalam
workbook dalam.xlsx dalam
recap-import -c ppwp -s plano dalam.xlsx
