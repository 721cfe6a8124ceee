# The name of another desa, and numbers below it without a heading of TPS.
. "$srcdir/tests/errors/workbook.subr"
printf '%s\n' 'DESA : PASIR (3907122001)' 'NO|URAIAN|LK/PR/JML|TPS 001|TPS 002' \
    'V.A|Jumlah seluruh suara sah|<c/>|100|110' 'DESA : LABUAN (3907122002)' \
    'V.B|Jumlah suara tidak sah|<c/>|4|5' | rows > desa
workbook desa.xlsx desa
recap-import -c ppwp -s plano desa.xlsx
