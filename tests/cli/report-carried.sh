# The formulas of one row of a desa with 32 TPS: each block adds what it begins with once.
awk -v desa=32 -f "$srcdir/tests/cli/report-table.awk" > t.csv
recap-report -q -o t.xlsx t.csv
unzip -p t.xlsx xl/sharedStrings.xml > strings
unzip -p t.xlsx xl/worksheets/sheet3.xml > sheet
awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet > cells
grep -E '^[A-Z]+(6|36)	' cells
