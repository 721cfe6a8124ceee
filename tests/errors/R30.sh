# Every tenth vote is invalid: information, status 0.
. "$srcdir/tests/errors/form.subr"
form s01=47 suara_sah=157 suara_tidak_sah=18 > plano.csv
recap-check plano.csv
