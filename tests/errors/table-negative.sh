# A negative count.
printf 'kontes,kode,sumber,s01\n%s\n' 'ppwp,3907122001001,plano,-5' > t.csv
recap-check t.csv
