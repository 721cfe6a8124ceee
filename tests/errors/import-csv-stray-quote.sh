printf 'kode,desa,s01\n3299011001001,"ME"KAR,3\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
