# Minutes of a level above the kecamatan say what recap-sum says: a column for each region below, its
# totals those of the sum of the sums, box by box; contests with parties and short ballots included.
. "$srcdir/tests/prop/common.subr"

# boxes FILE REGION: of the forms of a table whose codes begin so, a line for each box that has a
# number in one of them: the values in order of the codes.
boxes() {
    awk -F , -v region="$2" '
        NR == 1 {
            for (first = 1; $first != "tps_lengkap"; first++)
                ;
            n = NF
            next
        }
        index($2, region) == 1 {
            for (i = first + 1; i <= n; i++) {
                line[i] = line[i] "|" $i
                some[i] = some[i] || $i != ""
            }
        }
        END {
            for (i = first + 1; i <= n; i++)
                if (some[i])
                    print line[i]
        }
    ' "$1"
}

# printed WORKBOOK: the same of the sheet of the whole; the numbers of TPS stand below the boxes.
printed() {
    unzip -p "$1" xl/sharedStrings.xml > strings
    unzip -p "$1" xl/worksheets/sheet3.xml > sheet
    awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet | awk -F '\t' '
        { column = $1; row = $1; gsub(/[0-9]/, "", column); gsub(/[A-Z]/, "", row) }
        $2 == "TPS YANG DIJUMLAHKAN" { exit }
        row + 0 > 7 && column > "C" && $2 ~ /^[0-9]+$/ {
            if (row != last)
                printf "%s", (last != "" ? "\n" : "")
            last = row
            printf "|%s", $2
        }
        END { print "" }'
}

# compare WHAT PARTS WHOLE REGION: the minutes of the sums PARTS in REGION, and their sum WHOLE.
compare() {
    want 0 recap-report -q --region "$4" -o t.xlsx "$2"
    boxes "$2" "$4" > parts
    boxes "$3" "$4" > whole
    paste -d '' parts whole > known
    printed t.xlsx > shown
    same "$1, $4" known shown
    [ -s known ] || fail "$1, $4: no boxes"
}

for seed in $seeds; do
    for contest in ppwp pdpr pdpd pkwkk; do
        rm -rf e
        elect "$seed" e --contest $contest --desa 40 --tps 2
        for level in desa kecamatan kabko provinsi nasional; do
            want 0 recap-sum -q --by $level e/plano.csv > $level.csv
        done
        what="seed $seed, $contest"
        compare "$what" desa.csv kecamatan.csv "$(awk -F , 'NR == 2 { print $2 }' kecamatan.csv)"
        awk -F , 'NR > 1 { print $2 }' kabko.csv > regions
        while read -r region; do
            compare "$what" kecamatan.csv kabko.csv "$region"
        done < regions
        compare "$what" kabko.csv provinsi.csv "$(awk -F , 'NR == 2 { print $2 }' provinsi.csv)"
        compare "$what" provinsi.csv nasional.csv ''
    done
done
