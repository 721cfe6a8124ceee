printf '[pleno]\nkeluaran=h\nkontes=ppwp;ppwp\n' > m.conf
recap-pleno m.conf
