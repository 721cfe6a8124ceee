printf '[pleno]\nkeluaran=h\nkontes=ppwp\n[sumber plano]\nberkas=a.csv\n' > m.conf
printf 'kontes,kode,sumber,s01\nppwp,3299012001001,plano,satu\n' > a.csv
recap-pleno m.conf
