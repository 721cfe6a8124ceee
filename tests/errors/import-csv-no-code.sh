printf 'desa,tps,s01\nMEKAR,1,3\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
