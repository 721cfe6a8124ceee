# The letter O in a number; the message points at it.
printf 'kontes,kode,sumber,s01\n%s\n' 'ppwp,3907122001001,plano,1O3' > t.csv
recap-check t.csv
