printf 'kode,s01\n3299122001001,10\n3299122001002,11\nTOTAL,22\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
