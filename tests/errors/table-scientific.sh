# A spreadsheet has destroyed the code.
printf 'kontes,kode,sumber,s01\n%s\n' 'ppwp,3.90712E+12,plano,1' > t.csv
recap-check t.csv
