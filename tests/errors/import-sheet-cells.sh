# What only looks like a number: dates, percentages, truth, errors, what was never computed.
. "$srcdir/tests/errors/workbook.subr"
printf '%s\n' 'kode|suara_sah|suara_tidak_sah|suara_total' \
    '3907122001001|<c s="1"><v>45337</v></c>|<c s="1"><v>45337.354166666664</v></c>|3' \
    '3907122001002|<c s="2"><v>1</v></c>|<c t="b"><v>1</v></c>|<c t="e"><v>#REF!</v></c>' \
    '3907122001003|<c><f>B2+C2</f></c>|1|<c><f>B2+C2</f><v>163</v></c>' \
    '<c><v>3.907122E+12</v></c>|1|2|3' \
    '<c><v>3907122001005</v></c>|1|2|3' | rows > data
workbook data.xlsx data
recap-import -c ppwp -s plano data.xlsx
