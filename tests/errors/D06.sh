# Which form adds up: the plano does, the other source does not.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
form sumber=sirekap s01=68 > sirekap.csv
recap-diff plano.csv sirekap.csv
