# The same TPS twice in one source.
. "$srcdir/tests/errors/form.subr"
{ form; form | tail -n 1; } > plano.csv
recap-check plano.csv
