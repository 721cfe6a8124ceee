# Every element of the sheets with numbers where parties have candidates: their sums are listed and
# drawn, the candidates only in the tables.
. "$srcdir/tests/cli/workbook.subr"
cat > t.csv << 'END'
kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,p01,p01_01,p01_02,p01_j,p24,p24_01,p24_j,suara_sah,suara_tidak_sah,suara_total
pdpr,3907122001001,plano,NUSA,MERAWAN,TELUK,RANDU,001,10,20,30,60,5,15,20,80,2,82
pdpr,3907122001002,plano,NUSA,MERAWAN,TELUK,RANDU,002,11,21,31,63,6,16,22,85,3,88
pdpr,3907122002001,plano,NUSA,MERAWAN,TELUK,ASRI,001,,,,,,,,,,
END
recap-report -q -o t.xlsx t.csv || [ $? = 1 ]
for name in Ringkasan RANDU Kecamatan; do
    sheet t.xlsx "$name"
done
part t.xlsx xl/charts/chart1.xml
part t.xlsx xl/charts/chart2.xml
