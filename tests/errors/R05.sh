# A ballot is missing.
. "$srcdir/tests/errors/form.subr"
form surat_tidak_digunakan=38 > plano.csv
recap-check plano.csv
