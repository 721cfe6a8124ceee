recap-import -s plano ketik.csv
