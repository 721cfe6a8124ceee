printf '[pleno]\nkeluaran=h\nkontes=ppwp\n[sumber plano]\nberkas=.\n' > m.conf
recap-pleno m.conf || echo "status $?"
mkdir calon
printf '[pleno]\nkeluaran=calon/h\nkontes=ppwp\ncalon=calon\n[sumber plano]\nberkas=a.csv\n' > m.conf
recap-pleno m.conf || echo "status $?"
