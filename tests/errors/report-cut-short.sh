# No room for the temporary file of one sheet (130 kB), but for the workbook (60 kB): a file may have
# 90 kB here, and the library that writes it does not look.
awk -v desa='64 4 15' -f "$srcdir/tests/cli/report-table.awk" > t.csv
trap '' XFSZ
ulimit -f 180
recap-report -o t.xlsx t.csv || status=$?
[ ! -e t.xlsx ]
exit $status
