printf 'kontes,kode,sumber,s01\nppwp,3201012001001,plano,1\nppwp,3201022001001,plano,1\n' > t.csv
recap-report -q --region 320102 -o t.xlsx t.csv
recap-report -o t.xlsx t.csv
