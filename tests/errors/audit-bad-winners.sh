recap-audit --risk=5% --seed=1 --winners=0 table.csv
