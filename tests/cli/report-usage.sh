# Wrong use.
echo > t.csv
recap-report t.csv || echo "status $?"
recap-report -o t.ods t.csv || echo "status $?"
recap-report -o t.xlsx t.csv t.csv || echo "status $?"
SOURCE_DATE_EPOCH=soon recap-report -o t.xlsx t.csv || echo "status $?"
# What is only for the workbook, or only for the page.
recap-report --reload=2 -o t.xlsx t.csv || echo "status $?"
recap-report --reload=2 --verify t.xlsx t.csv || echo "status $?"
recap-report --pdf -o t.html t.csv || echo "status $?"
recap-report --input t.csv -o t.html t.csv || echo "status $?"
[ ! -e t.xlsx ] && [ ! -e t.html ]
