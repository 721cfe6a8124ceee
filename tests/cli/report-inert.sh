# Names that look like formulas, markup or sheet commands stay text; sheet names are made legal and
# unique.
awk -v desa='1 1 1 1 1 1' -f "$srcdir/tests/cli/report-table.awk" | awk -F, -v OFS=, '
    BEGIN {
        split("=1+1|Kecamatan|A/B: [C]*?\\|a-b- -c---|<b>&amp;&lt;|NAMA YANG PANJANGNYA LEBIH DARI TIGA PULUH SATU HURUF", names, "|")
    }
    NR > 1 { $7 = names[NR - 1] } { print }' > t.csv
recap-report -q -o t.xlsx t.csv
unzip -p t.xlsx xl/workbook.xml | sed 's/<sheet /\n&/g' | sed -n 's/^<sheet name="\([^"]*\)".*/\1/p'
unzip -p t.xlsx xl/sharedStrings.xml > strings
unzip -p t.xlsx xl/worksheets/sheet9.xml > sheet
awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet | grep -E '^[A-Z](6|36)	'
