printf 'kode,s01\n3299122001001,90.00%%\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
