. "$srcdir/tests/errors/audit.subr"
make_plan
sed '2s/terbanyak/semua/' plan.csv > bad.csv
recap-audit -q --plan=bad.csv --counts=hand.csv table.csv
