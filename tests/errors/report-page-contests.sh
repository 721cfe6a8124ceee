printf 'kontes,kode,sumber,s01\npkwkp,3201012001001,plano,1\nppwp,3201012001001,plano,1\n' > t.csv
recap-report -o t.html t.csv
