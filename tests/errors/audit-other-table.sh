. "$srcdir/tests/errors/audit.subr"
make_plan
sed '2s/60,40/61,40/' table.csv > other.csv
recap-audit -q --plan=plan.csv --counts=hand.csv other.csv
