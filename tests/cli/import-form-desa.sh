# Several desa one below the other in a sheet: each block belongs to the title above it; a title that
# says the same again changes nothing.
. "$srcdir/tests/errors/workbook.subr"
printf '%s\n' 'KECAMATAN : TELUK RANDU' 'DESA : PASIR (3907122001)' 'NO|URAIAN|LK/PR/JML|TPS 001|TPS 002' \
    'V.A|Jumlah seluruh suara sah|<c/>|100|110' 'DESA : PASIR' \
    'V.B|Jumlah suara tidak sah|<c/>|4|5' \
    'DESA : LABUAN (3907122002)' 'NO|URAIAN|LK/PR/JML|TPS 001' \
    'V.A|Jumlah seluruh suara sah|<c/>|90' 'KECAMATAN : TELUK BARU' 'DESA : SARI (3907132001)' \
    'NO|URAIAN|LK/PR/JML|TPS 003' 'V.A|Jumlah seluruh suara sah|<c/>|80' | rows > desa
workbook desa.xlsx desa
recap-import -c ppwp -s plano desa.xlsx
