# A sum that is no count any more.
printf 'kontes,kode,sumber,s01\nppwp,3907122001001,plano,999999999999\nppwp,3907122001002,plano,1\n' > plano.csv
recap-effect plano.csv
