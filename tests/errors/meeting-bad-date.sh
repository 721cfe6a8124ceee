printf 'kontes,kode,sumber,s01\nppwp,3201012001001,plano,1\n' > t.csv
printf '[rapat]\ntanggal=2023-02-29\n' > m.conf
recap-report -m m.conf -o t.xlsx t.csv
