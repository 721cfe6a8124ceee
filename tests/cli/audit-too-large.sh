# A margin of one vote in a hundred billion: not even the lottery has room for it.
printf 'kontes,kode,sumber,s01,s02\npkwkk,3907122001001,x,99999999999,99999999998\n' > table.csv
recap-audit --risk=5% --seed=1 table.csv
