# A record with a cell too many.
printf 'kontes,kode,sumber,s01\n%s\n' 'ppwp,3907122001001,plano,1,2' > t.csv
recap-check t.csv
