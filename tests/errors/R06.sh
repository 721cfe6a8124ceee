# Ballots that were not used are more than were received; R05 cannot be checked, a box being blank.
. "$srcdir/tests/errors/form.subr"
form surat_tidak_digunakan=216 surat_dikembalikan= > plano.csv
recap-check plano.csv
