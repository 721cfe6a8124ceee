# Ten million characters in one cell.
. "$srcdir/tests/errors/workbook.subr"
{
    printf '<row><c t="inlineStr"><is><t>'
    head -c 10000000 /dev/zero | tr '\0' x
    echo '</t></is></c></row>'
} > panjang
workbook panjang.xlsx panjang
recap-import -c ppwp -s plano panjang.xlsx
