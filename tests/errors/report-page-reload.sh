echo > t.csv
recap-report --reload=0 -o t.html t.csv
