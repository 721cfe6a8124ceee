. "$srcdir/tests/errors/audit.subr"
make_plan
sed '3s/,2024,/,2025,/' plan.csv > mixed.csv
recap-audit -q --plan=mixed.csv --counts=hand.csv table.csv
