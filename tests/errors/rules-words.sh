# Words that mean nothing to their keys.
. "$srcdir/tests/errors/form.subr"
form > t.csv
for key in jenis=x lingkup=desa aktif=ya pembulatan=tengah; do
    printf '[R14]\n%s\n' "$key" > rules.conf
    recap-check --rules=rules.conf t.csv || echo "status $?"
done
