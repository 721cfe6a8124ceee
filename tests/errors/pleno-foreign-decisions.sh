printf '[pleno]\nkeluaran=h\nkontes=ppwp\nkeputusan=d.csv\n[sumber plano]\nberkas=a.csv\n' > m.conf
printf 'kontes,kode,sumber,s01\nppwp,3299012001001,plano,1\n' > a.csv
echo kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu > d.csv
echo pdpr,3299012001001,p01,1,2,plano,,,, >> d.csv
recap-pleno m.conf
