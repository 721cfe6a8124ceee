printf 'kode,desa\n3.29901E+12,MEKAR\n' > daftar.csv
recap-import -c ppwp -s plano -r daftar.csv ketik.csv
