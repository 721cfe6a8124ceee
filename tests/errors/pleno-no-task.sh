printf '[rapat]\n' > m.conf
recap-pleno m.conf
