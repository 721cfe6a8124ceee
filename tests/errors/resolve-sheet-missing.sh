# Rows and the line that ends them are missing.
. "$srcdir/tests/errors/decision-sheet.subr"
fill kerja.xlsx Selisih isi.xlsx < /dev/null
# Rows 7 and 10: a finding, and the line with the number of rows.
for row in 7 10; do
    sed -i "s|<row r=\"$row\" .*<row r=\"$((row + 1))\" |<row r=\"$((row + 1))\" |" filled/xl/worksheets/sheet5.xml
    rm -f isi.xlsx
    (cd filled && zip -q -X -r ../isi.xlsx .)
    recap-resolve -q -d isi.xlsx -o final.csv plano.csv || echo "status $?"
done
