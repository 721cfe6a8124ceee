: > ketik.csv
recap-import -c ppwp -s plano ketik.csv
