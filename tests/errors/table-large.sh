# More digits than a count can have.
printf 'kontes,kode,sumber,s01\n%s\n' 'ppwp,3907122001001,plano,1000000000000' > t.csv
recap-check t.csv
