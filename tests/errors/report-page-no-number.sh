printf 'kontes,kode,sumber,desa\nppwp,3201012001001,plano,SATU\n' > t.csv
recap-report -o t.html t.csv
