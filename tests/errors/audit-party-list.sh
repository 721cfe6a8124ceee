printf 'kontes,kode,sumber,p01_j,p02_j\npdpr,3907122001001,x,5,3\n' > table.csv
recap-audit --risk=5% --seed=1 table.csv
