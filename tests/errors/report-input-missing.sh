awk -v desa=1 -f "$srcdir/tests/cli/report-table.awk" > t.csv
recap-report -o t.xlsx --input asli.csv t.csv
