# A group for a contest that nobody knows.
. "$srcdir/tests/errors/form.subr"
printf '[R14 kontes=pkwkx]\ntingkat=info\n' > rules.conf
form > t.csv
recap-check --rules=rules.conf t.csv
