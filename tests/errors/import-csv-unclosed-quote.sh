printf 'kode,desa,s01\n3299011001001,MEKAR,3\n3299011001002,"MEKAR,4\n3299011001003,MEKAR,5\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
