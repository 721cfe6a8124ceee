recap-import -c ppwp -s '' ketik.csv
