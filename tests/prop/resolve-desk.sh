# Decisions make the way over the desk: those of an election are typed into the workbook, LibreOffice
# opens it and saves it as .xlsx and as .ods, and the final table is the same as with the list. What
# somebody changed besides is found there, too.
. "$srcdir/tests/prop/common.subr"
. "$srcdir/tests/cli/fill.subr"
need soffice
need zip
need unzip
# A program for the desk needs a home; it gets one of its own.
HOME=$PWD/home
export HOME
mkdir home saved
elect 11 e --desa 6 --tps 20 --special 2 --faults 2 --mistakes 3
recap-check -o findings.csv e/plano.csv || [ $? = 1 ]
recap-report -q -F findings.csv -o rapat.xlsx e/plano.csv || [ $? = 1 ]

# The open rows of the sheet: the row, then contest, code and field.
number=$(unzip -p rapat.xlsx xl/workbook.xml | sed 's/<sheet /\n&/g' |
    sed -n 's/^<sheet name="\([^"]*\)".*/\1/p' | awk '$0 == "Selisih" { print NR }')
unzip -p rapat.xlsx xl/sharedStrings.xml > strings
unzip -p rapat.xlsx "xl/worksheets/sheet$number.xml" > sheet
awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet | awk -F '\t' '
    $1 ~ /^S[0-9]+$/ && $2 ~ / terbuka / { split($2, key, " "); print substr($1, 2), key[1], key[2], key[3] }' > open

# Of each decision that has such a row, what is typed there, and the list of just these.
awk -v OFS='\t' '
    FILENAME == "open" { split($0, word, " "); row[word[2], word[3], word[4]] = word[1]; next }
    FNR == 1 { print > "list.csv"; next }
    {
        n = split($0, field, ",")
        at = row[field[1], field[2], field[3]]
        if (n != 10 || at == "") next
        print > "list.csv"
        print "K" at, field[5] == "" ? "kosong" : field[5]
        print "L" at, field[6]
        if (field[7] != "") print "M" at, field[7]
        if (field[8] != "") print "N" at, field[8]
        if (field[9] != "") print "O" at, field[9]
        if (field[10] != "") print "P" at, field[10]
    }' open e/decisions.csv > typed
n=$(($(wc -l < list.csv) - 1))
[ $n -ge 3 ] || fail "only $n decisions are about findings"
fill rapat.xlsx Selisih filled.xlsx < typed
first=$(head -n 1 typed | cut -f 1)
row=${first#K}
printf 'J%s\t#987654\n' "$row" | cat typed - > changed
fill rapat.xlsx Selisih changed.xlsx < changed

want 0 recap-resolve -q -d list.csv --log list-log.csv e/plano.csv > known.csv
cut -d, -f 1-16 list-log.csv > known-log.csv
compare() {
    rm -f log.csv
    want 0 recap-resolve -q -d "$1" --log log.csv e/plano.csv > found.csv
    same "$1: the final table" known.csv found.csv
    cut -d, -f 1-16 log.csv > found-log.csv
    same "$1: the log" known-log.csv found-log.csv
}
compare filled.xlsx
for format in xlsx ods; do
    soffice --headless --convert-to $format --outdir saved filled.xlsx changed.xlsx > log 2>&1 ||
        fail "LibreOffice: $(cat log)"
    compare saved/filled.$format
    want 1 recap-resolve -q -d saved/changed.$format e/plano.csv > found.csv 2> err
    grep -q "Selisih:$row: .* changed outside the cells" err || fail "not found out: $(cat err)"
    [ "$(grep -c warning err)" = 1 ] || fail "more than that: $(cat err)"
done
echo "$n decisions typed in"
