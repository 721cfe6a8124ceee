# When only a full count helps, and what a full count says.
. "$srcdir/tests/cli/audit.subr"
audit() {
    recap-audit -q "$@" || echo "status $?"
} 2>&1
election 3 sirekap 50,50,0,100 < /dev/null > tie.csv
echo '--- tie'
audit --risk=5% --seed=1 tie.csv
echo '--- no majority'
{
    echo kontes,kode,sumber,s01,s02,s03,suara_total
    echo ppwp,3907122001001,sirekap,45,30,25,100
} > three.csv
audit --risk=5% --seed=1 --majority three.csv
echo '--- too many draws, and draws that reach every TPS'
election 40 sirekap 51,49,0,100 < /dev/null > close.csv
audit --risk=5% --seed=1 --max-draws=100 close.csv
audit --risk=5% --seed=1 close.csv
echo '--- overstated by all its ballots'
election 60 sirekap 60,40,4,104 < /dev/null > table.csv
recap-audit -q --risk=20% --seed=2024 -o plan.csv table.csv 2> err
opened plan.csv table.csv | sed '2s/60,40,4/0,104,0/' > lost.csv
audit --plan=plan.csv --counts=lost.csv -o result.csv table.csv
cut -d , -f 1-6 result.csv | sed -n 2,5p
echo '--- all counted: the same winner, another one'
sed 's/sirekap/hitung-ulang/' table.csv > all.csv
audit --plan=plan.csv --counts=all.csv -o result.csv table.csv
sed 's/60,40/40,60/' all.csv > other.csv
audit --plan=plan.csv --counts=other.csv -o result.csv table.csv
