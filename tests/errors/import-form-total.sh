# A total that is not the sum of its TPS: the clerk sees both numbers.
. "$srcdir/tests/errors/workbook.subr"
printf '%s\n' 'DESA|: RANDU ASRI (3907122001)' 'NO|URAIAN|LK/PR/JML|TPS 001|TPS 002|JUMLAH AKHIR' \
    'V|DATA SUARA SAH DAN TIDAK SAH' 'V.A|Jumlah seluruh suara sah|<c/>|100|200|310' \
    'V.B|Jumlah suara tidak sah|<c/>|1|2|3' | rows > desa
workbook desa.xlsx desa
recap-import -c ppwp -s plano desa.xlsx
