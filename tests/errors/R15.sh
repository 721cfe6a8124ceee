# More votes than ballots were received.
. "$srcdir/tests/errors/form.subr"
form surat_diterima=174 surat_tidak_digunakan= > plano.csv
recap-check plano.csv
