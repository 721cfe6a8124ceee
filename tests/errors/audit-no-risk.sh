recap-audit --seed=1 table.csv
