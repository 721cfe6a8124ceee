printf 'kode,s01\n3299122001001,1\n' > ketik.csv
recap-import -c ppwp -s x -p situng-2019 ketik.csv
