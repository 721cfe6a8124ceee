# Nine votes moved from one contestant to another; every sum is right.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
form sumber=sirekap s01=51 s02=79 > sirekap.csv
recap-diff plano.csv sirekap.csv
