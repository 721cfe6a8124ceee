printf 'kontes,kode,sumber,s01\nppwp,99.AA.01.0001,plano,1\n' > t.csv
recap-report -o t.xlsx t.csv
