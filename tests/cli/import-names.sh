# Names instead of codes: what is written before them, case, blanks and hyphens make no difference;
# numbers in words stand beside the figures or for them.
cat > daftar.csv <<'CSV'
kode,provinsi,kabko,kecamatan,desa,tps
3299122001001,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,001
3299122001002,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,002
3299122002001,CONTOH,MERAWAN,TELUK RANDU,RANDU-SARI,001
3299132001001,CONTOH,MERAWAN,BUKIT,RANDU ASRI,001
CSV
cat > ketik.csv <<'CSV'
Kecamatan,Desa/Kelurahan,TPS,paslon 1,paslon 2,paslon 3,suara sah,suara sah (terbilang)
Kec. Teluk Randu,DESA Randu Asri,TPS 1,10,20,30,60,enam puluh
TELUKRANDU,Kel. randu-asri,2,11,21,31,,enam puluh tiga
Teluk Randu,Randu Sari,TPS-001,1,2,3,6 (enam),
CSV
recap-import -c ppwp -s plano -r daftar.csv ketik.csv
