printf 'kontes,kode,sumber,s01\npkwkk,3299011001001,plano,3\nppwp,3299011001002,plano,3\n' > rekap.csv
recap-import -c ppwp rekap.csv
