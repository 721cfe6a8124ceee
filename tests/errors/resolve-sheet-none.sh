# A workbook without the sheet, and one of another version.
. "$srcdir/tests/errors/decision-sheet.subr"
mkdir other
(cd other && unzip -q ../kerja.xlsx)
sed -i 's|KUNCI BARIS|KUNCI|' other/xl/sharedStrings.xml
(cd other && zip -q -X -r ../version.xlsx .)
sed -i 's|"Selisih"|"Temuan"|' other/xl/workbook.xml
(cd other && zip -q -X -r ../none.xlsx .)
sed -i 's|"Temuan"|"Temuan!"|; s|"Kejadian Khusus"|"Selisih"|' other/xl/workbook.xml
(cd other && zip -q -X -r ../headings.xlsx .)
for book in version none headings; do
    recap-resolve -q -d $book.xlsx -o final.csv plano.csv || echo "status $?"
done
