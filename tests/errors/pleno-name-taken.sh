printf '[pleno]\nkeluaran=h\nkontes=ppwp\n[sumber final]\nberkas=a\n' > m.conf
recap-pleno m.conf
