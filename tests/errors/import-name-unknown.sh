cat > daftar.csv <<'CSV'
kode,provinsi,kabko,kecamatan,desa,tps
3299122001001,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,001
3299122001002,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,002
3299122002001,CONTOH,MERAWAN,TELUK RANDU,RANDU-SARI,001
3299132001001,CONTOH,MERAWAN,BUKIT,RANDU ASRI,001
CSV
cat > ketik.csv <<'CSV'
kecamatan,desa,tps,s01
Teluk Randu,Randu Asra,1,1
Bukid,Randu Asri,1,1
Bukit,Randu Asri,9,1
Bukit,Randu Asri,satu,1
Bukit,,1,1
CSV
recap-import -c ppwp -s plano -r daftar.csv ketik.csv
