# A column that is there twice.
printf 'kontes,kode,sumber,s01,s01\nppwp,3907122001001,plano,1,1\n' > t.csv
recap-check t.csv
