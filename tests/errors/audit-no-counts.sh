recap-audit --plan=plan.csv table.csv
