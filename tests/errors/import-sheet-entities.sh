# Entities of entities of entities: recap knows only the five of XML.
. "$srcdir/tests/errors/workbook.subr"
printf 'kode|s01\n3907122001001|1\n' | rows > data
workbook data.xlsx data
{
    printf '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    printf '<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
} > book/xl/worksheets/sheet1.xml
(cd book && zip -qr ../bom.xlsx xl)
recap-import -c ppwp -s plano bom.xlsx
