printf 'kode,desa\n3299011001001,MEKAR\n3299011001001,MEKAR\n' > daftar.csv
recap-import -c ppwp -s plano -r daftar.csv ketik.csv
