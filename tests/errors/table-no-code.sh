# A record without a code.
printf 'kontes,kode,sumber,s01\n%s\n' 'ppwp,,plano,1' > t.csv
recap-check t.csv
