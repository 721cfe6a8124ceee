# Two sources for one TPS: whose numbers stand?
. "$srcdir/tests/errors/form.subr"
form > plano.csv
form sumber=sirekap > sirekap.csv
recap-effect plano.csv sirekap.csv
