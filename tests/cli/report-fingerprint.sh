# The fingerprint of the table: the recipe of the manual gives it, and neither the order of rows and
# columns nor names, sources, origins or quotes change it; a number, a blank or a code does.
sidik() { # TABLE: what the workbook says
    recap-report -q -o t.xlsx "$1" || [ $? = 1 ]
    unzip -p t.xlsx xl/sharedStrings.xml | grep -o 'SIDIK TABEL AKHIR (SHA-256): [0-9a-f ]*' | sort -u |
        sed 's/.*: //'
}
awk -v desa='3 2' -f "$srcdir/tests/cli/report-table.awk" |
    awk -F, -v OFS=, 'NR == 3 { $31 = "" } NR == 4 { $32 = "?" } { print }' > t.csv
sidik t.csv | tee known

# As it stands in the manual.
sed -n '/^\.\\" recipe/,/^\.Ed/p' "$srcdir/man/recap-report.1.in" | sed '/^\./d; s/\\e/\\/g' > recipe
cp t.csv final.csv
sh -eu recipe
# The same names with commas and quotes in them, from another source and place.
awk -F, -v OFS=, 'NR == 1 { $8 = "tps,asal" } NR > 1 { $3 = "final"; $5 = "\"KAB, \"\"BARAT\"\"\""; $8 = $8 ",\"x, y.csv:" NR "\"" }
    { print }' t.csv > final.csv
sed -n 2p final.csv
sidik final.csv | cmp - known
sh -eu recipe

# Rows and columns in another order.
(head -n 1 t.csv; tail -n +2 t.csv | sort -r) |
    awk -F, -v OFS=, '{ first = $1; for (i = 1; i < NF; i++) $i = $(i + 1); $NF = first; print }' > turned.csv
sidik turned.csv | cmp - known

# Another number, a zero for a blank, a blank for what nobody can read, another code.
for change in '$33++' '$31 = 0' '$32 = ""' '$2 = "1309012002003"'; do
    awk -F, -v OFS=, "NR > 2 && !done { before = \$0; $change; done = \$0 != before } { print }" t.csv > changed.csv
    cmp -s t.csv changed.csv && echo "not changed: $change"
    if sidik changed.csv | cmp -s - known; then echo "not seen: $change"; fi
done
# A box without numbers says that the forms show nothing; one that is not there says nothing.
awk -F, -v OFS=, '{ $23 = NR == 1 ? $23 : "" } { print }' t.csv > blank.csv
cut -d, -f 1-22,24- t.csv > none.csv
sidik blank.csv > one
sidik none.csv > other
if cmp -s one other; then echo 'blank is not told from not carried'; fi
