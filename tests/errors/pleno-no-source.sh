printf '[pleno]\nkeluaran=h\nkontes=ppwp\n' > m.conf
recap-pleno m.conf
