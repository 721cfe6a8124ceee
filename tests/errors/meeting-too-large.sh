printf 'kontes,kode,sumber,s01\nppwp,3201012001001,plano,1\n' > t.csv
head -c 1048577 /dev/zero | tr '\0' '#' > m.conf
recap-report -m m.conf -o t.xlsx t.csv
