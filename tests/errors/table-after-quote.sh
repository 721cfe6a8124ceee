# Text after a closing quote.
printf 'kontes,kode,sumber,desa,s01\nppwp,3907122001001,plano,"DE"SA,1\n' > t.csv
recap-check t.csv
