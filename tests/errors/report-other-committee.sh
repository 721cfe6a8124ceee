printf 'kontes,kode,sumber,s01\nppwp,3201012001001,plano,1\n' > t.csv
printf '[ppk 1]\nnama=A\n' > ppk.conf
printf '[rapat]\n[kpu 2]\nnama=B\n' > kpu.conf
recap-report -q -m ppk.conf -o t.xlsx t.csv
recap-report -m kpu.conf -o t.xlsx t.csv || echo "status $?"
printf 'kontes,kode,sumber,s01\nppwp,320101,plano,1\n' > t.csv
recap-report -q -m kpu.conf -o t.xlsx t.csv
recap-report -m ppk.conf -o t.xlsx t.csv
