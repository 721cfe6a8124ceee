# A TPS in no district.
printf 'kontes,kode,sumber,p01_j,p02_j,suara_sah\npdpr,3907122001001,plano,30,20,50\n' > plano.csv
printf 'kontes,dapil,kursi,kode\npdpr,3801,3,38\n' > dapil.csv
recap-effect --passed=1,2 --seats=dapil.csv plano.csv
