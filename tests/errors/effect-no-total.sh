# A party's votes without their total.
printf 'kontes,kode,sumber,p01,p02_j\npdpr,3907122001001,plano,5,6\n' > plano.csv
recap-effect plano.csv
