printf 'kode,s01,Paslon 1\n3299011001001,3,4\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
