# The register: a TPS that is missing, one that is unknown, one that is there twice; read as text.
cat > plano.csv << 'END'
kontes,kode,sumber,desa,tps,s01,s02,s03,suara_sah
ppwp,3907122001003,plano,RANDU ASRI,003,1,2,3,6
ppwp,3907122001001,plano,RANDU ASRI,001,3,2,1,6
ppwp,3907122001009,plano,RANDU ASRI,009,2,2,2,7
ppwp,3907122001003,plano,RANDU ASRI,003,1,2,3,6
END
cat > register.csv << 'END'
kode,provinsi,kabko,kecamatan,desa,tps
3907122001001,P,K,C,RANDU ASRI,001
3907122001002,P,K,C,RANDU ASRI,002
3907122001003,P,K,C,RANDU ASRI,003
END
recap-check -r register.csv plano.csv || echo "status $?"
recap-check -v -r register.csv --format text plano.csv || echo "status $?"
recap-check -r register.csv --format json plano.csv
