# V.A + V.B is not V.C.
. "$srcdir/tests/errors/form.subr"
form suara_tidak_sah=6 > plano.csv
recap-check plano.csv
