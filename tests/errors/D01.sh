# One vote or twenty: a difference.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
form sumber=sirekap s01=80 > sirekap.csv
recap-diff plano.csv sirekap.csv
