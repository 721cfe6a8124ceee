# A group, and a key, that come twice.
. "$srcdir/tests/errors/form.subr"
form > t.csv
printf '[R14]\ntingkat=info\n[R14]\naktif=false\n' > group.conf
recap-check --rules=group.conf t.csv || echo "status $?"
printf '[R14]\ntingkat=info\ntingkat=galat\n' > key.conf
recap-check --rules=key.conf t.csv
