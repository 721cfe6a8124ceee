# A code that tells no desa, and no name either.
. "$srcdir/tests/errors/form.subr"
form kode=99.AA.01.0001 desa= > plano.csv
recap-effect --by=desa plano.csv
