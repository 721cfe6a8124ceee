# A record with a cell too few.
printf 'kontes,kode,sumber,s01\n%s\n' 'ppwp,3907122001001,plano' > t.csv
recap-check t.csv
