# A TPS is missing in the other source.
. "$srcdir/tests/errors/form.subr"
{ form; form kode=3907122001002 tps=002 | tail -n 1; } > plano.csv
form sumber=sirekap > sirekap.csv
recap-diff plano.csv sirekap.csv
