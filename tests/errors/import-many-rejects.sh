# Twenty are shown; the file has all.
awk 'BEGIN { print "kode,s01"; for (i = 1; i <= 25; i++) printf "3299011001%03d,x%d\n", i, i * 1000 }' > ketik.csv
echo 3299011001026,1 >> ketik.csv
recap-import -c ppwp -s plano -o rekap.csv ketik.csv || echo "status $?"
recap-import -c ppwp -s plano --rejects tolak.csv -o rekap.csv ketik.csv || echo "status $?"
sed -n '1,3p;$p' tolak.csv
