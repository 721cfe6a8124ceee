recap-audit --counts=hand.csv table.csv
