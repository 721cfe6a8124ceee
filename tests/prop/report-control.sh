# The control rows of the minutes: for every TPS and rule they say what recap-check says of the form
# (selisih n: the largest difference of its findings), for all contests. That LibreOffice comes to the
# same words is in cli/report-recalculated.sh.
. "$srcdir/tests/prop/common.subr"
need unzip

# control WORKBOOK SHEET: kode|rule|word of every TPS, as cached.
control() {
    unzip -p "$1" xl/sharedStrings.xml > strings
    unzip -p "$1" "xl/worksheets/sheet$2.xml" > sheet
    awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet | awk -F '\t' '
        { row = column = $1; gsub(/[A-Z]/, "", row); gsub(/[0-9]/, "", column) }
        match($2, /\([0-9]+\)$/) && $2 ~ /KELURAHAN/ { desa = substr($2, RSTART + 1, 10) }
        row == 6 && $2 ~ /^TPS [0-9]+$/ { tps[column] = substr($2, 5) }
        column == "A" { code = $2 ~ /^R[0-9][0-9]$/ ? $2 : "" }
        code != "" && column in tps && $3 != "" { print desa tps[column] "|" code "|" $2 }'
}

# answers TABLE: the same, from the findings; the rules that are not there are those of "rules".
answers() {
    recap-check --all "$1" > findings.csv || [ $? = 1 ]
    awk -F , -v OFS='|' '
        FNR == NR { rules[++n] = $1; next }
        $8 !~ /^R/ || $2 !~ /^.............$/ { next }
        { forms[$2] = 1 }
        $9 == "sesuai" { held[$2, $8] = 1; next }
        {
            by = $15 < 0 ? -$15 : $15 + 0
            broken[$2, $8] = $8 == "R27" ? "tidak sesuai" : by > most[$2, $8] ? "selisih " by : broken[$2, $8]
            most[$2, $8] = by > most[$2, $8] ? by : most[$2, $8]
        }
        END {
            for (kode in forms)
                for (i = 1; i <= n; i++)
                    if ((kode, rules[i]) in broken)
                        print kode, rules[i], broken[kode, rules[i]]
        }' rules findings.csv | sort
}

for seed in $seeds; do
    for contest in ppwp pdpr pdpd pkwkk; do
        case=$contest-$seed
        rm -rf e
        elect "$seed" e --contest $contest --desa 3 --tps 18,17,17 --special 1 --mistakes 1 --damage
        want 1 recap-report -q -o "$case.xlsx" e/plano.csv
        for sheet in 2 3 4 5; do
            control "$case.xlsx" $sheet
        done | sort > said
        cut -d '|' -f 2 said | sort -u > rules
        answers e/plano.csv > known
        grep -v -E '\|(sesuai|belum)$' said > broken || fail "$case: nothing is broken"
        same "$case" known broken
    done
done
