printf 'kontes,kode,sumber,s01,s02\npkwkk,3201012001001,plano,1,2\n' > t.csv
printf '[saksi 3]\nnama=A\n' > m.conf
recap-report -m m.conf -o t.xlsx t.csv
