printf 'kontes,kode,sumber,s01\nppwp,3201012001001,plano,1\n' > t.csv
printf '[rapat]\ntanggal=Senin, 20 Februari 2024\n' > m.conf
recap-report -m m.conf -o t.xlsx t.csv
