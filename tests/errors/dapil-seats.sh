# No district has so many seats.
printf 'kontes,dapil,kursi,kode\npdpr,3901,201,3907\n' > dapil.csv
recap-effect --seats=dapil.csv plano.csv
