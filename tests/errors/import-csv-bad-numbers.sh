# All bad cells are named, not only the first; each record is rejected once.
cat > ketik.csv <<'CSV'
kode,s01,s02,s03
3299011001001,1O3,-5,"1,234"
3299011001002,1.234,12.5,1e3
3299011001003,10000,1 2,15X
3299011001004,X15,007,XXX
CSV
recap-import -c ppwp -s plano ketik.csv
