# A rule file with a severity that is not there.
printf '[R07]\ntingkat=parah\n' > rules.conf
echo 'kontes,kode,sumber,s01' > t.csv
recap-check --rules=rules.conf t.csv
