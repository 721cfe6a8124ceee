recap-import -c ppwp -s plano -f ods ketik.csv
