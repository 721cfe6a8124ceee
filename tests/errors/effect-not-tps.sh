# A sum is not one TPS.
. "$srcdir/tests/errors/form.subr"
form kode=3907122001 > plano.csv
recap-effect plano.csv
