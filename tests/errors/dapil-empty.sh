# A record without a district.
printf 'kontes,dapil,kursi,kode\npdpr,,3,3907\n' > dapil.csv
recap-effect --seats=dapil.csv plano.csv
