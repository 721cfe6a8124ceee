# Unreadable on one side.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
form sumber=sirekap s01=\? > sirekap.csv
recap-diff plano.csv sirekap.csv
