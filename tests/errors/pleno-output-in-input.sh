printf '[pleno]\nkeluaran=h\nkontes=ppwp\n[sumber plano]\nberkas=.\n' > m.conf
recap-pleno m.conf
