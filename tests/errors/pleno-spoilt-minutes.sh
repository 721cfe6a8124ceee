printf '[pleno]\nkeluaran=h\nkontes=ppwp\n[sumber plano]\nberkas=a.csv\n' > m.conf
printf 'kontes,kode,sumber,s01\nppwp,3299012001001,plano,1\n' > a.csv
mkdir h
echo x > h/berita-acara-ppwp.xlsx
recap-pleno m.conf
