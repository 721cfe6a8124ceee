printf 'kontes,kode,sumber,s01\nppwp,3201012001,plano,1\nppwp,3201012002001,plano,1\n' > t.csv
recap-report -o t.xlsx t.csv
