. "$srcdir/tests/errors/audit.subr"
make_plan
sed 1q plan.csv > empty.csv
recap-audit -q --plan=empty.csv --counts=hand.csv table.csv
