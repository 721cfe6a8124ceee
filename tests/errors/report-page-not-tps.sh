printf 'kontes,kode,sumber,s01\nppwp,3201012001,plano,1\n' > t.csv
recap-report -o t.html t.csv
