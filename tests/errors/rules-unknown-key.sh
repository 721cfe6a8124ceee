# A slip in a key would have no effect, in silence.
. "$srcdir/tests/errors/form.subr"
printf '[R07]\ntingkt=info\n' > rules.conf
form > t.csv
recap-check --rules=rules.conf t.csv
