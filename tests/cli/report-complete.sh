# Complete minutes: status 0, one line, the sheets in their order.
awk -v desa='32 4 15' -f "$srcdir/tests/cli/report-table.awk" > t.csv
recap-report -o t.xlsx t.csv
unzip -p t.xlsx xl/workbook.xml | sed 's/<sheet /\n&/g' | sed -n 's/^<sheet name="\([^"]*\)".*/\1/p'
# The same from standard input: only the annex of sources cannot say what that was.
recap-report -q -o again.xlsx < t.csv
mkdir file stdin
(cd file && unzip -q ../t.xlsx)
(cd stdin && unzip -q ../again.xlsx)
diff -rq file stdin || true
