# A decision to which one person agreed, named twice.
printf 'kontes,kode,sumber,s01\nppwp,1,plano,5\n' > plano.csv
printf 'kontes,kode,isian,semula,menjadi,dasar,alasan,disetujui\nppwp,1,s01,5,6,plano,,"PPK; ppk"\n' > d.csv
recap-resolve -q --two-names -d d.csv -o final.csv plano.csv
