# Fewer ballots used than voters.
. "$srcdir/tests/errors/form.subr"
form surat_digunakan=174 surat_tidak_digunakan=40 suara_tidak_sah=4 suara_total=174 > plano.csv
recap-check plano.csv
