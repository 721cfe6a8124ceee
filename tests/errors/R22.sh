# A blank and an unreadable box; the rules with them are not checkable.
. "$srcdir/tests/errors/form.subr"
form s02= suara_tidak_sah=? > plano.csv
recap-check plano.csv
