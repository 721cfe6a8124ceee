# A byte that is not UTF-8.
printf 'kontes,kode,sumber,desa,s01\nppwp,3907122001001,plano,DESA \351,1\n' > t.csv
recap-check t.csv
