# The authority does not know a TPS.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
{ form sumber=sirekap; form kode=3907122001002 tps=002 sumber=sirekap | tail -n 1; } > sirekap.csv
recap-diff plano.csv sirekap.csv
