# A table without section IV.
printf 'kontes,kode,sumber,suara_sah\nppwp,3907122001001,plano,5\n' > plano.csv
recap-effect plano.csv
