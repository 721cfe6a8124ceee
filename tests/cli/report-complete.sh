# Complete minutes: status 0, one line, the sheets in their order.
awk -v desa='32 4 15' -f "$srcdir/tests/cli/report-table.awk" > t.csv
recap-report -o t.xlsx t.csv
unzip -p t.xlsx xl/workbook.xml | sed 's/<sheet /\n&/g' | sed -n 's/^<sheet name="\([^"]*\)".*/\1/p'
recap-report -q -o again.xlsx < t.csv
cmp t.xlsx again.xlsx
