printf '[pleno]\nkeluaran=h\nkontes=ppwp\n[sumber plano]\nberkas=a.csv\n' > m.conf
printf 'kontes,kode,sumber,s01\nppwp,3299012001001,plano,1\n' > a.csv
recap-pleno -q m.conf > out
printf 'ppwp,3299' >> h/catatan-keputusan-ppwp.csv
recap-pleno m.conf > out
