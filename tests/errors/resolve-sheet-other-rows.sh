# A row of another workbook in place of the own one.
. "$srcdir/tests/errors/decision-sheet.subr"
sed 's/,865,800,/,866,801,/' findings.csv > others.csv
recap-report -q -F others.csv -o lain.xlsx plano.csv
seal=$(unzip -p lain.xlsx xl/sharedStrings.xml | tr '\n' ' ' | grep -o 's01 terbuka [0-9a-f]*')
printf 'H6\t#866\nI6\t#801\nS6\tppwp 3907122001001 %s\n' "$seal" | decide
