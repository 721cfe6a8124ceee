printf 'kode,s01\n3299011001001,3\n' > ketik.csv
gzip -n ketik.csv
head -c 30 ketik.csv.gz > putus.csv.gz
recap-import -c ppwp -s plano putus.csv.gz
