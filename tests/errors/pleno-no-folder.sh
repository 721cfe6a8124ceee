printf '[pleno]\nkontes=ppwp\n' > m.conf
recap-pleno m.conf
