# Standard input can be read only once.
printf 'kontes,kode,sumber,s01\nppwp,3907122001001,plano,1\n' > a.csv
recap-diff - - < a.csv
