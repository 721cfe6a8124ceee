# The control rows of the minutes: for every TPS and rule they say what recap-check says of the form
# (selisih n: the largest difference of its findings), for all contests; and LibreOffice, made to
# forget every cached value, comes to the same words, also for the totals.
. "$srcdir/tests/prop/common.subr"
need soffice zip unzip

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

# forget WORKBOOK COPY: wrong words in the place of those that were worked out.
forget() {
    rm -rf book
    mkdir book
    (cd book && unzip -q "../$1")
    sed -i -E 's#</f><v>[a-zR][^<]*</v>#</f><v>lupa</v>#g' book/xl/worksheets/*.xml
    (cd book && zip -q -r "../$2" .)
}

mkdir -p profile/user saved
cat > profile/user/registrymodifications.xcu << 'END'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
END

# recalculated CASE N: the words of N sheets that LibreOffice worked out are those we wrote.
recalculated() {
    forget "$1.xlsx" "$1-lupa.xlsx"
    soffice -env:UserInstallation="file://$PWD/profile" --headless --convert-to xlsx \
        --outdir saved "$1-lupa.xlsx" > log 2>&1 || fail "LibreOffice: $(cat log)"
    : > words
    for sheet in $(seq 2 $((1 + $2))); do
        for book in "$1.xlsx" "saved/$1-lupa.xlsx"; do
            unzip -p "$book" xl/sharedStrings.xml > strings
            unzip -p "$book" "xl/worksheets/sheet$sheet.xml" | sed 's/<f [^>]*>/<f>/g' > sheet
            awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet |
                awk -F '\t' '$3 != "" && $2 ~ /^[a-zR]/ { print $1, $2 }' | sort > "$book.words"
        done
        same "$1, sheet $sheet" "$1.xlsx.words" "saved/$1-lupa.xlsx.words"
        cat "$1.xlsx.words" >> words
    done
    for word in sesuai belum selisih 'R0[1-9]'; do
        grep -q " $word" words || fail "$1: no cell says $word"
    done
}

first=${seeds%% *}
for seed in $seeds; do
    for contest in ppwp pdpr pdpd pkwkk; do
        case=$contest-$seed
        rm -rf e
        elect "$seed" e --contest $contest --desa 3 --tps 18,17,17 --special 1 --mistakes 1 --damage
        want 1 recap-report -q -o "$case.xlsx" e/plano.csv
        for sheet in 2 3 4; do
            control "$case.xlsx" $sheet
        done | sort > said
        cut -d '|' -f 2 said | sort -u > rules
        answers e/plano.csv > known
        grep -v -E '\|(sesuai|belum)$' said > broken || fail "$case: nothing is broken"
        same "$case" known broken
        [ "$seed" != "$first" ] || [ $contest = pdpd ] || recalculated "$case" 4
    done
done
