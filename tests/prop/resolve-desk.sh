# Decisions make the way over the desk: LibreOffice opens the workbook, types those of an election into
# it (desk.xba) and saves it as .xlsx and as .ods, and the final table is the same as with the list.
# Locked cells stay as they are; what somebody changed by other means is found out.
. "$srcdir/tests/prop/common.subr"
. "$srcdir/tests/cli/fill.subr"
need soffice
need zip
need unzip
# A program for the desk needs a home; it gets one of its own, and a macro there.
HOME=$PWD/home
export HOME
mkdir home
desk() {
    soffice "-env:UserInstallation=file://$PWD/profile" --headless "$@" > log 2>&1 ||
        fail "LibreOffice: $(cat log)"
}
desk --terminate_after_init
basic=profile/user/basic/Standard
[ -e $basic/script.xlb ] || { echo "LibreOffice has no Basic"; exit 77; }
sed -i 's/library:name="Module1"/library:name="Desk"/' $basic/script.xlb
cp "$srcdir/tests/prop/desk.xba" $basic/Desk.xba
elect 11 e --desa 6 --tps 20 --special 2 --faults 2 --mistakes 3
recap-check -o findings.csv e/plano.csv || [ $? = 1 ]
recap-report -q -F findings.csv -o rapat.xlsx e/plano.csv || [ $? = 1 ]

# The open rows of the sheet: the row, then contest, code and field.
unzip -p rapat.xlsx xl/sharedStrings.xml > strings
unzip -p rapat.xlsx "$(sheet_path rapat.xlsx Selisih)" > sheet
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
first=$(head -n 1 typed | cut -f 1)
row=${first#K}
cp typed known-shown
printf 'J%s\t987654\nS%s\tsegel\n' "$row" "$row" >> typed
desk "macro:///Standard.Desk.Fill(file://$PWD)"
head -n "$(wc -l < known-shown)" shown > found-shown
same "what was typed is there" known-shown found-shown
grep -q '987654\|segel' shown && fail "a locked cell took it: $(tail -n 2 shown)"
printf 'J%s\t#987654\n' "$row" | fill typed.xlsx Selisih changed.xlsx

want 0 recap-resolve -q -d list.csv --log list-log.csv e/plano.csv > known.csv
cut -d, -f 1-17 list-log.csv > known-log.csv
compare() {
    rm -f log.csv
    want 0 recap-resolve -q -d "$1" --log log.csv e/plano.csv > found.csv
    same "$1: the final table" known.csv found.csv
    cut -d, -f 1-17 log.csv > found-log.csv
    same "$1: the log" known-log.csv found-log.csv
}
compare typed.xlsx
compare typed.ods
want 1 recap-resolve -q -d changed.xlsx e/plano.csv > found.csv 2> err
grep -q "Selisih:$row: .* changed outside the cells" err || fail "not found out: $(cat err)"
[ "$(grep -c warning err)" = 1 ] || fail "more than that: $(cat err)"
echo "$n decisions typed in"
