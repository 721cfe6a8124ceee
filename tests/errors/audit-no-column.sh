. "$srcdir/tests/errors/audit.subr"
make_plan
cut -d , -f 1-6 hand.csv > short.csv
recap-audit -q --plan=plan.csv --counts=short.csv table.csv
