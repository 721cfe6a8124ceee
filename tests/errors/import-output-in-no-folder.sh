printf 'kode,s01\n3299011001001,3\n' > ketik.csv
recap-import -c ppwp -s plano -o tiada/rekap.csv ketik.csv
