# A pair has more votes than are valid; R08 cannot be checked, a box being blank.
. "$srcdir/tests/errors/form.subr"
form s01=171 s02= > plano.csv
recap-check plano.csv
