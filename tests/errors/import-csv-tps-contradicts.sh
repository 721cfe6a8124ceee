printf 'kode,tps,s01\n3299011001001,2,3\n3299011001002,TPS 2,3\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
