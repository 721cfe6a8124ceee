# Who is above the threshold is known of the whole nation only.
printf 'kontes,kode,sumber,p01_j,p02_j,suara_sah\npdpr,3907122001001,plano,30,20,50\n' > plano.csv
printf 'kontes,dapil,kursi,kode\npdpr,3901,3,39\n' > dapil.csv
recap-effect --seats=dapil.csv plano.csv
