printf 'kontes,kode,sumber,s01\nppwp,3201012001001,plano,1\nppwp,3201012001001,sirekap,1\n' > t.csv
recap-report -q --source sirekap -o t.xlsx t.csv
recap-report -o t.xlsx t.csv
