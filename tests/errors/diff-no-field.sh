# A field that no table has.
printf 'kontes,kode,sumber,s01\nppwp,3907122001001,plano,1\n' > a.csv
recap-diff --fields=s09 a.csv a.csv
