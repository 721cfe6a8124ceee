printf '[pleno]\nkeluaran=h\nkontes=ppwp\n[sumber plano]\n' > m.conf
recap-pleno m.conf
