# Sums of kabupaten of two provinces: each has minutes of its own.
printf 'kontes,kode,sumber,s01\nppwp,3201,plano,1\nppwp,3301,plano,1\n' > t.csv
recap-report -q --region 33 -o t.xlsx t.csv
recap-report -o t.xlsx t.csv
