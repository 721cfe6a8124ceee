# More voters than a TPS may have.
. "$srcdir/tests/errors/form.subr"
form pemilih_dpt_l=191 pemilih_dpt_j=301 surat_tidak_digunakan=132 surat_diterima=308 > plano.csv
recap-check plano.csv
