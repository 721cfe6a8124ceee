printf 'kontes,kode,sumber,s01,s02\n' > table.csv
recap-audit --risk=5% --seed=1 table.csv
