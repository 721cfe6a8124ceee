# A register with a TPS twice.
printf 'kode,provinsi,kabko,kecamatan,desa,tps\n3907122001001,C,M,T,R,001\n3907122001001,C,M,T,R,001\n' > register.csv
echo 'kontes,kode,sumber,s01' > t.csv
recap-check -r register.csv t.csv
