# The reserve is rounded down: four ballots for 210 voters are fewer than 2 %.
. "$srcdir/tests/errors/form.subr"
form surat_diterima=214 surat_tidak_digunakan=38 > plano.csv
recap-check plano.csv
