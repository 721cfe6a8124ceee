# Two numbers of seats for one district.
printf 'kontes,dapil,kursi,kode\npdpr,3901,3,3907\npdpr,3901,4,3908\n' > dapil.csv
recap-effect --seats=dapil.csv plano.csv
