# More than three boxes hold; V.C and the ballots follow from it.
. "$srcdir/tests/errors/form.subr"
form s01=1060 suara_sah=1170 suara_total=1175 > plano.csv
recap-check plano.csv
