recap-import -c pkwkz -s plano ketik.csv
