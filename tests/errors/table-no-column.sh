# The column of the source is missing.
printf 'kontes,kode,s01\nppwp,3907122001001,1\n' > t.csv
recap-check t.csv
