# Two wrong escapes: the first one is named.
printf '[R08]\nlabel=a\\q\\\n' > rules.conf
printf 'kontes,kode,sumber,s01\n' > table.csv
recap-check --rules rules.conf table.csv
