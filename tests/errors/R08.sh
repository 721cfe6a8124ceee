# The votes of the pairs are not V.A.
. "$srcdir/tests/errors/form.subr"
form s01=61 > plano.csv
recap-check plano.csv
