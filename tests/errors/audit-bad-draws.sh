recap-audit --risk=5% --seed=1 --max-draws=99999999 table.csv
