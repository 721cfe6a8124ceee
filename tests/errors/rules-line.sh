# Lines that are no key.
. "$srcdir/tests/errors/form.subr"
form > t.csv
printf 'tingkat=info\n' > early.conf
recap-check --rules=early.conf t.csv || echo "status $?"
printf '[R14]\ntingkat\n' > word.conf
recap-check --rules=word.conf t.csv || echo "status $?"
printf '[R14]\nlabel=\377\n' > bytes.conf
recap-check --rules=bytes.conf t.csv
