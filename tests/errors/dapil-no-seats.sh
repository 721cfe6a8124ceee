# A district without a number of seats.
printf 'kontes,dapil,kursi,kode\npdpr,3901,,3907\n' > dapil.csv
recap-effect --seats=dapil.csv plano.csv
