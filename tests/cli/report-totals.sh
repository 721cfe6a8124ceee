# Every JUMLAH AKHIR in the workbook is what awk adds up from the table: 32 TPS make three blocks,
# and no JUMLAH PINDAHAN is counted twice. A kecamatan of 23 desa has blocks too.
check() {
    awk -v desa="$1" -f "$srcdir/tests/cli/report-table.awk" > t.csv
    recap-report -q -o t.xlsx t.csv
    unzip -p t.xlsx xl/sharedStrings.xml > strings
    # All desa, then the kecamatan: the same fields, in the same order.
    awk -F, 'NR > 1 {
        desa = substr($2, 1, 10)
        if (!(desa in seen)) { seen[desa] = 1; codes[++n] = desa }
        for (i = 9; i <= NF; i++) { sum[desa, i] += $i; all[i] += $i }
    } END {
        for (d = 1; d <= n; d++)
            for (i = 9; i <= NF; i++)
                print sum[codes[d], i]
        for (i = 9; i <= NF; i++)
            print all[i]
    }' t.csv > want
    sheet=2
    for size in $1 kecamatan; do
        sheet=$((sheet + 1))
        unzip -p t.xlsx "xl/worksheets/sheet$sheet.xml" > sheet
        # The last formula of each row of boxes; the control rows give words.
        awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet | awk -F '\t' '
            $3 != "" && $2 !~ /^[a-zR]/ {
                row = $1
                gsub(/[A-Z]/, "", row)
                if (row != last && last != "")
                    print value
                last = row
                value = $2
            }
            END { print value }'
    done > got
    cmp want got && echo "$(wc -l < got) totals of $1"
}
check '32 4 15'
check '15 16 30 31 1'
check '2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2'
