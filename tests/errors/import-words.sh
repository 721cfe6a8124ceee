cat > ketik.csv <<'CSV'
kode,s01,s02 terbilang
3299122001001,203 (dua ratusan),delapan
3299122001002,1,tujuhan
CSV
recap-import -c ppwp -s plano ketik.csv
