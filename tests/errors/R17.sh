# More votes than 102 % of the voters in the list.
. "$srcdir/tests/errors/form.subr"
form pemilih_dpt_l=80 pemilih_dpt_p=91 pemilih_dpt_j=171 surat_diterima=175 \
    surat_dikembalikan=0 surat_tidak_digunakan=0 > plano.csv
recap-check plano.csv
