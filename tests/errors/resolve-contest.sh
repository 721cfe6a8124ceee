# A decision about a contest that the table does not have.
printf 'kontes,kode,sumber,s01\nppwp,1,plano,5\n' > plano.csv
printf 'kontes,kode,isian,semula,menjadi,dasar,alasan\npdpd,1,s01,5,6,plano,\n' > d.csv
recap-resolve -q -d d.csv -o final.csv plano.csv
