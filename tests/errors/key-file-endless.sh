# Files of groups and keys without an end are read no further than their limit.
. "$srcdir/tests/errors/form.subr"
form > t.csv
recap-check --rules=/dev/zero t.csv || echo "status $?"
recap-import -c ppwp -s x -p /dev/zero t.csv || echo "status $?"
mkdir data
ln -s /dev/zero data/ppwp.contest
RECAP_DATADIR=data recap-check t.csv || echo "status $?"
rm data/ppwp.contest
sed 's/formulir=.*/formulir=tanpa-akhir/' "$srcdir/data/ppwp.contest" > data/ppwp.contest
ln -s /dev/zero data/tanpa-akhir.form
RECAP_DATADIR=data recap-check t.csv || echo "status $?"
recap-check --rules=nothing.conf t.csv || echo "status $?"
recap-check --rules=data t.csv
