# A region in two districts.
printf 'kontes,dapil,kursi,kode\npdpr,3901,3,3907\npdpr,3902,3,3907\n' > dapil.csv
recap-effect --seats=dapil.csv plano.csv
