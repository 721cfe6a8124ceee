. "$srcdir/tests/errors/audit.subr"
make_plan
sed '3s/,39071220010[0-9]*,/,3907122001060,/' plan.csv > forged.csv
recap-audit -q --plan=forged.csv --counts=hand.csv table.csv
