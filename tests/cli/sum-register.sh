# The register says how many TPS there should be, in regions with forms and in regions without.
cat > table.csv << 'END'
kontes,kode,sumber,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total
ppwp,3907122001001,plano,1,2,3,6,0,6
ppwp,3907122003001,plano,10,20,30,60,1,61
END
cat > register.csv << 'END'
kode,provinsi,kabko,kecamatan,desa,tps
3907122001001,C,M,T,RANDU ASRI,001
3907122001002,C,M,T,RANDU ASRI,002
3907122002001,C,M,T,RANDU SARI,001
3907122003001,C,M,T,RANDU JAYA,001
3907122004001,C,M,T,RANDU WANGI,001
END
recap-sum --by desa -r register.csv table.csv
