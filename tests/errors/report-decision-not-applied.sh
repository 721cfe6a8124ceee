printf 'kontes,kode,sumber,s01\nppwp,3201012001001,plano,1\n' > t.csv
echo 'kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu' > d.csv
echo 'ppwp,3201012001001,s01,1,2,plano,,,,' >> d.csv
recap-report -d d.csv -o t.xlsx t.csv
