# Lists of two districts, and none says that it is of this kecamatan.
printf 'kontes,kode,sumber,p01,p01_01,p01_j\npdprdk,3201012001001,plano,1,2,3\n' > t.csv
printf '{"1":{"11":{"nama":"A","nomor_urut":1}}}' > 320101.json
printf '{"1":{"12":{"nama":"B","nomor_urut":1}}}' > 320102.json
recap-report -q --candidates 320101.json -o t.xlsx t.csv
recap-report --candidates 320101.json --candidates 320102.json -o t.xlsx t.csv
