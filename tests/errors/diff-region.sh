# A region that no table has: a slip of the pen, not agreement.
printf 'kontes,kode,sumber,s01\nppwp,3907122001001,plano,1\n' > a.csv
recap-diff --region=3908 a.csv a.csv
