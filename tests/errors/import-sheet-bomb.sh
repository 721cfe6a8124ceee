# A few kilobytes that become 80 megabytes of nothing.
. "$srcdir/tests/errors/workbook.subr"
yes '<x/>' | head -n 16000000 > bom
workbook bom.xlsx bom
recap-import -c ppwp -s plano bom.xlsx
