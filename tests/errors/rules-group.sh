# A group for something that is neither a contest nor a region.
. "$srcdir/tests/errors/form.subr"
printf '[R14 desa=RANDU]\ntingkat=info\n' > rules.conf
form > t.csv
recap-check --rules=rules.conf t.csv
