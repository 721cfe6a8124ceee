recap-audit --plan=plan.csv --counts=hand.csv --risk=9% table.csv
