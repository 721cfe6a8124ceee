# L + P is not JML.
. "$srcdir/tests/errors/form.subr"
form pemilih_dpt_j=211 surat_diterima=216 surat_tidak_digunakan=40 > plano.csv
recap-check plano.csv
