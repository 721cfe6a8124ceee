printf 'kode,ts,s01\n3299011001001,15/02/2024,3\n3299011001002,2024-02-15 07:30,3\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
