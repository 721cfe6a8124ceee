# A box that no contest has would switch the rule off in silence.
. "$srcdir/tests/errors/form.subr"
printf '[R07]\nrumus=suara_total = suara_sahh + suara_tidak_sah\n' > rules.conf
form suara_tidak_sah=6 > t.csv
recap-check --rules=rules.conf t.csv
