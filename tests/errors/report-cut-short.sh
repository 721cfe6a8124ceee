# No room for the temporary file of one sheet (68 kB), but for the workbook (28 kB): a file may have
# 40 kB here, and the library that writes it does not look.
awk -v desa='32 4 15' -f "$srcdir/tests/cli/report-table.awk" > t.csv
trap '' XFSZ
ulimit -f 80
recap-report -o t.xlsx t.csv || status=$?
[ ! -e t.xlsx ]
exit $status
