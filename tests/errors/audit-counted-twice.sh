. "$srcdir/tests/errors/audit.subr"
make_plan
sed -n '2s/hitung-ulang/lagi/p' hand.csv >> hand.csv
recap-audit -q --plan=plan.csv --counts=hand.csv table.csv
