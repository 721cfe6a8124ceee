# One vote fewer than ballots used.
. "$srcdir/tests/errors/form.subr"
form s01=59 suara_sah=169 suara_total=174 > plano.csv
recap-check plano.csv
