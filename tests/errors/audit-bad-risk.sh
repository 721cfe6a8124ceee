recap-audit --risk=5 --seed=1 table.csv
