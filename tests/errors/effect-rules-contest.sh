# A rule for a contest that nobody knows would change nothing, in silence.
printf 'kontes,kode,sumber,s01\nppwp,3201012001001,plano,1\n' > t.csv
printf '[R14 kontes=pilpres]\ntingkat=info\n' > rules.conf
recap-effect --rules=rules.conf t.csv
