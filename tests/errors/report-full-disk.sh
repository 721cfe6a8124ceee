# No room for the workbook itself: what was there stays.
awk -v desa='32 4 15' -f "$srcdir/tests/cli/report-table.awk" > t.csv
echo old > t.xlsx
trap '' XFSZ
ulimit -f 8
recap-report -o t.xlsx t.csv 2> errors || status=$?
# libxlsxwriter has lines of its own.
grep recap-report: errors
cat t.xlsx
exit $status
