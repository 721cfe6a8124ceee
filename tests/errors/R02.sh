# I.B.1 grew, I.B.4 did not.
. "$srcdir/tests/errors/form.subr"
form pengguna_dpt_l=81 pengguna_dpt_j=171 > plano.csv
recap-check plano.csv
