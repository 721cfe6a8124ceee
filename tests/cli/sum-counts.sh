# Sums of sums keep what is known of how many TPS gave a number, and nothing is made up.
cat > table.csv << 'END'
kontes,kode,sumber,provinsi,kabko,kecamatan,desa,s01,s02
ppwp,3907122001001,plano,P,K,C,RANDU ASRI,1,
ppwp,3907122001002,plano,P,K,C,RANDU ASRI,3,4
ppwp,3907122002001,plano,P,K,C,RANDU SARI,5,?
END
recap-sum --by desa --counts -o desa.csv table.csv || echo "status $?"
recap-sum --by kecamatan --counts desa.csv || echo "status $?"
cut -d, -f1-13 desa.csv > plain.csv
cat plain.csv
recap-sum --by kecamatan --counts plain.csv || echo "status $?"
recap-sum --by nasional --format text desa.csv
