# Nothing says which desa it is: no code, and the register has the name twice.
. "$srcdir/tests/errors/workbook.subr"
printf '%s\n' 'kode,provinsi,kabko,kecamatan,desa,tps' '3907122001001,N,M,K,RANDU ASRI,001' \
    '3907122002001,N,M,K,RANDU ASRI,001' > register.csv
printf '%s\n' 'DESA : RANDU ASRI' 'NO|URAIAN|LK/PR/JML|TPS 001' \
    'V.A|Jumlah seluruh suara sah|<c/>|100' | rows > desa
workbook desa.xlsx desa
recap-import -c ppwp -s plano -r register.csv desa.xlsx
