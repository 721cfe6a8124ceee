# A rule that is switched off is named: silence would look like a sound form.
. "$srcdir/tests/errors/form.subr"
printf '[R07]\naktif=false\n' > rules.conf
form suara_tidak_sah=6 > t.csv
recap-check --rules=rules.conf t.csv
