printf 'kontes,kode,sumber,s01\n' > t.csv
recap-report -o t.xlsx t.csv
