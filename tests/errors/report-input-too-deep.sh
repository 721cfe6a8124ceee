awk -v desa=1 -f "$srcdir/tests/cli/report-table.awk" > t.csv
mkdir -p "asli/$(seq 70 | tr '\n' /)"
recap-report -o t.xlsx --input asli t.csv
