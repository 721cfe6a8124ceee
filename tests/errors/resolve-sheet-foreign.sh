# A row that was filled in in another workbook, pasted over row 7: now there are two of number 1.
. "$srcdir/tests/errors/decision-sheet.subr"
sed 's/,865,800,/,866,801,/' findings.csv > others.csv
recap-report -q -F others.csv -o lain.xlsx plano.csv
seal=$(unzip -p lain.xlsx xl/sharedStrings.xml | tr '\n' ' ' | grep -o 's01 terbuka [0-9a-f]*')
fill kerja.xlsx Selisih isi.xlsx < /dev/null
sheet=filled/$(sheet_path kerja.xlsx Selisih)
row=$(grep -o '<row r="6" .*<row r="7" ' "$sheet" | sed 's/<row r="7" $//; s/ r="6"/ r="7"/; s/ r="\([A-Z]*\)6"/ r="\17"/g')
sed -i "s|<row r=\"7\" .*<row r=\"8\" |$row<row r=\"8\" |" "$sheet"
rm -f kerja.xlsx
(cd filled && zip -q -X -r ../kerja.xlsx .)
printf 'K6\t64\nL6\tplano\nH7\t#866\nI7\t#801\nS7\tppwp 3907122001001 %s\nK7\t63\nL7\tplano\n' "$seal" | decide
