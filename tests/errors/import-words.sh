cat > ketik.csv <<'CSV'
kode,s01,s02,s02 terbilang
3299122001001,203 (dua ratus dua),7,delapan
3299122001002,1,7,tujuhan
CSV
recap-import -c ppwp -s plano ketik.csv
