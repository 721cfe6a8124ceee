# L + P is not JML.
. "$srcdir/tests/errors/form.subr"
form pemilih_dpt_j=211 > plano.csv
recap-check plano.csv
