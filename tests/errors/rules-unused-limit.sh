# A limit that the formula does not call would have no effect, in silence.
. "$srcdir/tests/errors/form.subr"
printf '[R14]\nbatas_pemlih=500\n' > rules.conf
form > t.csv
recap-check --rules=rules.conf t.csv
