# A blank cell stays empty, '?' stays '?', no total over them is complete, and nothing is a zero:
# a row without any number has an empty total.
awk -v desa='3 2' -f "$srcdir/tests/cli/report-table.awk" |
    awk -F, -v OFS=, '$2 == "1309012001002" { $32 = ""; $33 = "?" } $2 ~ /2002/ { $31 = "" } { print }' > t.csv
status=0
recap-report -o t.xlsx t.csv || status=$?
echo "status $status"
unzip -p t.xlsx xl/sharedStrings.xml > strings
for sheet in 3 4 5; do
    echo "sheet $sheet"
    unzip -p t.xlsx xl/worksheets/sheet$sheet.xml > sheet
    awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet | grep -E '^[D-Z](34|35|36|42)	' |
        grep -v PANITIA
done
unzip -p t.xlsx xl/worksheets/sheet6.xml > sheet
awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet | sed -n '/^A8/,$p'
