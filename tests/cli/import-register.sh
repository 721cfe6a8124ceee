# Names come from the register; a station that it does not have is imported all the same.
printf 'kode,provinsi,kabko,kecamatan,desa,tps\n3299011001001,CONTOH,MERAWAN,TELUK RANDU,MEKAR,001\n' > daftar.csv
printf 'kode,desa,s01\n3299011001001,mekar,3\n3299011001002,mekar,4\n' > ketik.csv
recap-import -c ppwp -s plano -r daftar.csv ketik.csv
