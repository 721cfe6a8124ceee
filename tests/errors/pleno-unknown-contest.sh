printf '[pleno]\nkeluaran=h\nkontes=x\n' > m.conf
recap-pleno m.conf
