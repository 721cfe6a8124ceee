# A key that comes twice is refused with both places.
printf 'kontes,kode,sumber,s01\nppwp,3907122001001,plano,1\nppwp,3907122001002,plano,1\nppwp,3907122001001,plano,2\n' > a.csv
head -n 2 a.csv > b.csv
recap-diff a.csv b.csv
