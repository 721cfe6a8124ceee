# A finding about a TPS that the table does not have.
. "$srcdir/tests/errors/form.subr"
form kode=3907122001002 > plano.csv
form kode=3907122001002 sumber=sirekap s01=61 > sirekap.csv
recap-diff -o temuan.csv plano.csv sirekap.csv || :
form > plano.csv
recap-effect -F temuan.csv plano.csv
