printf 'kode,s01,s02\n3299122001001,1.000,"1,000"\n' > ketik.csv
recap-import --number-format=en -c ppwp -s plano ketik.csv || echo "status $?"
recap-import --number-format=de -c ppwp -s plano ketik.csv
