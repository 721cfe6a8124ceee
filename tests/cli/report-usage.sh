# Wrong use.
echo > t.csv
recap-report t.csv || echo "status $?"
recap-report -o t.ods t.csv || echo "status $?"
recap-report -o t.xlsx t.csv t.csv || echo "status $?"
SOURCE_DATE_EPOCH=soon recap-report -o t.xlsx t.csv || echo "status $?"
[ ! -e t.xlsx ]
