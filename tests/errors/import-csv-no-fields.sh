printf 'kode,desa,jumlah ayam\n3299011001001,MEKAR,3\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
