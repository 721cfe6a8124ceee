printf 'kode,provinsi,kabko,kecamatan,desa,tps\n3299122001001,A,B,C,D,001\n3299122001002,A,B,C,D,002\n' > daftar.csv
printf 'desa,tps,s01\nD,1,5\n,2,6\n' > x.csv
recap-import -c ppwp -s plano -r daftar.csv x.csv
