# Ballot numbers as headings; a party contest cannot say which box they mean.
printf '%s\n' 'Kode TPS,01,02,03,Suara Sah,4' 3299011001001,10,X20,XX3,33,9 > ketik.csv
recap-import -c ppwp -s plano ketik.csv
recap-import -c pdpr -s plano ketik.csv
