# A contest that nobody knows.
printf 'kontes,kode,sumber,s01\n%s\n' 'pxxx,3907122001001,plano,1' > t.csv
recap-check t.csv
