recap-report --pdf --verify t.xlsx -o t.pdf t.csv
