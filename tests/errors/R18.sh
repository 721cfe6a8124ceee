# More voters than in the list is no fault: information, status 0.
. "$srcdir/tests/errors/form.subr"
form pemilih_dpt_l=82 pemilih_dpt_p=91 pemilih_dpt_j=173 surat_diterima=177 surat_tidak_digunakan=1 > plano.csv
recap-check plano.csv
