printf '[pleno]\nkeluaran=h\nkontes=ppwp\ndua_nama=x\n' > m.conf
recap-pleno m.conf
