printf 'kode,s01,s02\n3299011001001,3,4\n3299011001002,3,4\n3299011001001,3,5\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
