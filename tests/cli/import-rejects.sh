# The file has the whole reason of every bad place; the rest is imported.
printf 'kode,s01,s02\n3299011001001,1O3,-\n3299011001002,"=1+1","a""b"\n3299011001003,1,2\n' > ketik.csv
recap-import -c ppwp -s plano --rejects tolak.csv -o rekap.csv ketik.csv || echo "status $?"
cat tolak.csv rekap.csv
