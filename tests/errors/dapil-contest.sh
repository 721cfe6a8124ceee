# A contest that recap does not know.
printf 'kontes,dapil,kursi,kode\ndpr,3901,3,3907\n' > dapil.csv
recap-effect --seats=dapil.csv plano.csv
