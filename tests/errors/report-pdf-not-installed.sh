awk -v desa=1 -f "$srcdir/tests/cli/report-table.awk" > t.csv
tool=$(command -v recap-report)
PATH=$PWD "$tool" -q --pdf -o t.xlsx t.csv || echo "status $?"
ls
