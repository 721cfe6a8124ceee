# A rule file of 257 KiB.
. "$srcdir/tests/errors/form.subr"
form > t.csv
awk 'BEGIN { for (i = 0; i < 257 * 16; i++) printf "# %061d\n", i }' > rules.conf
recap-check --rules=rules.conf t.csv
