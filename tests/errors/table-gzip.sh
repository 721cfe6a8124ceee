# A gzip file that is cut short.
printf 'kontes,kode,sumber,s01\nppwp,3907122001001,plano,1\n' | gzip -n | head -c 40 > t.csv.gz
recap-check t.csv.gz
