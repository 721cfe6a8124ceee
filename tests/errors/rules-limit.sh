# A limit that is no number.
. "$srcdir/tests/errors/form.subr"
printf '[R14]\nbatas_pemilih=banyak\n' > rules.conf
form > t.csv
recap-check --rules=rules.conf t.csv
