# A leading zero: a recap table has none.
printf 'kontes,kode,sumber,s01\n%s\n' 'ppwp,3907122001001,plano,007' > t.csv
recap-check t.csv
