# A column that no contest has: not a recap table.
printf 'kontes,kode,sumber,paslon1\nppwp,3907122001001,plano,1\n' > t.csv
recap-check t.csv
