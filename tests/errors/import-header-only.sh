printf 'kode,s01\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
