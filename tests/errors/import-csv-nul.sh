printf 'kode,desa,s01\n3299011001001,ME\000KAR,3\n3299011001002,MEKAR,4\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
