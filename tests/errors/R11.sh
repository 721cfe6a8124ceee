# More voters with a disability than voters.
. "$srcdir/tests/errors/form.subr"
form disabilitas_l=84 disabilitas_j=86 > plano.csv
recap-check plano.csv
