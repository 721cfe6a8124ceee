printf 'kontes,kode,sumber,s01\nppwp,3201012001001,plano,999999999999\nppwp,3201012001002,plano,1\n' > t.csv
recap-report -o t.html t.csv
