recap-import -c ppwp -s plano -f pdf ketik.csv
