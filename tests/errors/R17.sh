# More votes than 102 % of the voters in the list.
. "$srcdir/tests/errors/form.subr"
form pemilih_dpt_l=80 pemilih_dpt_p=90 pemilih_dpt_j=170 > plano.csv
recap-check plano.csv
