. "$srcdir/tests/errors/audit.subr"
make_plan
# The counts show so much overstatement that the draws allowed cannot make up for it.
sed '2,$s/60,40/45,55/' hand.csv > wrong.csv
recap-audit -q --plan=plan.csv --counts=wrong.csv --max-draws=20 -o result.csv table.csv
