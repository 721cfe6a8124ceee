printf '[pleno]\nkeluaran=h\nkontes=ppwp\n[sumber plano]\nberkas=a.csv\n' > m.conf
printf 'kontes,kode,sumber,s01\nppwp,3.29E+12,plano,1\n' > a.csv
recap-pleno m.conf
