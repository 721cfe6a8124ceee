# A NUL in a text file.
printf 'kontes,kode,sumber,desa,s01\nppwp,3907122001001,plano,DE\0SA,1\n' > t.csv
recap-check t.csv
