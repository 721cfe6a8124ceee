# Two rows about one cell that decide otherwise.
. "$srcdir/tests/errors/decision-sheet.subr"
sed '3s/suara_sah/s01/; 3s/,66,/,65,/' findings.csv > same.csv
recap-report -q -F same.csv -o kerja.xlsx plano.csv
printf 'K6\t64\nL6\tplano\nK7\t63\nL7\tplano\n' | decide
