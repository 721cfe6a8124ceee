# A formula that cannot be read.
. "$srcdir/tests/errors/form.subr"
printf '[R07]\nrumus=suara_total = suara_sah +\n' > rules.conf
form > t.csv
recap-check --rules=rules.conf t.csv
