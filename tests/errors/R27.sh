# Votes, but nobody has any: what was not read may have become 0.
. "$srcdir/tests/errors/form.subr"
form s01=0 s02=0 s03=0 suara_sah=0 suara_tidak_sah=175 > plano.csv
recap-check plano.csv
