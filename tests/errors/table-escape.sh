# What came from a file cannot steer the terminal.
printf 'kontes,kode,sumber,s01\nppwp,3907122001001,plano,\033[2J\n' > t.csv
recap-check t.csv
