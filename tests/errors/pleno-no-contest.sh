printf '[pleno]\nkeluaran=h\n' > m.conf
recap-pleno m.conf
