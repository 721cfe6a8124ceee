# Every element of every sheet of a small workbook.
. "$srcdir/tests/cli/report-xml.subr"
make_workbook
sheets t.xlsx > names
while read -r name; do
    sheet t.xlsx "$name"
done < names
