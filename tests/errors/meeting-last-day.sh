# In either order of the lines; a meeting of one day may say it twice.
printf 'kontes,kode,sumber,s01\nppwp,3201012001001,plano,1\n' > t.csv
printf '[rapat]\ntanggal=21 Februari 2024\ntanggal_selesai=2024-02-19\n' > m.conf
recap-report -m m.conf -o t.xlsx t.csv || echo "status $?"
printf '[rapat]\ntanggal_selesai=2024-02-19\ntanggal=21 Februari 2024\n' > m.conf
recap-report -m m.conf -o t.xlsx t.csv || echo "status $?"
printf '[rapat]\ntanggal=2024-02-19\ntanggal_selesai=19 Februari 2024\n' > m.conf
recap-report -q -m m.conf -o t.xlsx t.csv || echo "status $?"
