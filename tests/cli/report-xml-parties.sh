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
# From sums: the TPS they say they have.
cat > sums.csv << 'END'
kontes,kode,sumber,provinsi,kabko,kecamatan,tps_terdaftar,tps_masuk,tps_lengkap,s01,s02,s03,suara_sah
ppwp,390712,final,NUSA,MERAWAN,TELUK,52,51,50,3087,2652,2796,8535
ppwp,390713,final,NUSA,MERAWAN,BUKIT,7,7,7,100,200,,600
ppwp,390714,final,NUSA,MERAWAN,HULU,,,,100,200,300,600
END
recap-report -q -o sums.xlsx sums.csv || [ $? = 1 ]
sheet sums.xlsx Ringkasan
