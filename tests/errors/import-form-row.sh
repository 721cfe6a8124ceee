# Rows with numbers that are no box of the form, or the same box once more; a cell that is no count.
. "$srcdir/tests/errors/workbook.subr"
printf '%s\n' 'DESA : RANDU ASRI (3907122001)' 'NO|URAIAN|LK/PR/JML|TPS 1|TPS 2' \
    'V.A|Jumlah seluruh suara sah|<c/>|100|2OO' 'V.A|Jumlah seluruh suara sah|<c/>|1|2' \
    'VI|Suara hantu|<c/>|1|2' | rows > desa
workbook desa.xlsx desa
recap-import -c ppwp -s plano desa.xlsx
