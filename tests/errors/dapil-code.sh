# A code that lost a digit.
printf 'kontes,dapil,kursi,kode\npdpr,3901,3,390712200100\n' > dapil.csv
recap-effect --seats=dapil.csv plano.csv
