printf 'kode,s01\n' > ketik.csv
recap-import -c ppwp -s x -p nihil ketik.csv
