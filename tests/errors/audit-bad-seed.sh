recap-audit --risk=5% --seed= table.csv
