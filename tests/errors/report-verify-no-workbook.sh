awk -v desa=1 -f "$srcdir/tests/cli/report-table.awk" > t.csv
recap-report --verify t.csv t.csv
