# Every element of the other parts of a small workbook: how cells look, charts, comments, properties.
. "$srcdir/tests/cli/report-xml.subr"
make_workbook
unzip -Z1 t.xlsx > members
cat members
grep -v -e Content_Types -e '[.]rels$' -e sharedStrings -e theme -e /sheet members > others
while read -r member; do
    part t.xlsx "$member"
done < others
