# Fewer voters in the list than voted.
. "$srcdir/tests/errors/form.subr"
form pemilih_dpt_l=79 pemilih_dpt_j=189 surat_diterima=193 surat_tidak_digunakan=17 > plano.csv
recap-check plano.csv
