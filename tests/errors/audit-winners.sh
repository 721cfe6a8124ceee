printf 'kontes,kode,sumber,s01,s02\npkwkk,3907122001001,x,5,3\n' > table.csv
recap-audit --risk=5% --seed=1 --winners=2 table.csv
