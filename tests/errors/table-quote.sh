# A quote that is never closed does not swallow the file in silence.
printf 'kontes,kode,sumber,desa,s01\nppwp,3907122001001,plano,"DESA,1\nppwp,3907122001002,plano,DESA,1\n' > t.csv
recap-check t.csv
