# What hand counts prove: nothing wrong, an overstatement, a TPS not counted yet, one that was not
# drawn, one whose count is not legible, and one that nobody knows.
. "$srcdir/tests/cli/audit.subr"
election 60 sirekap 60,40,4,104 < /dev/null > table.csv
recap-audit -q --risk=20% --seed=2024 -o plan.csv table.csv 2> err
opened plan.csv table.csv > sound.csv
echo '--- sound'
recap-audit --plan=plan.csv --counts=sound.csv -o done.csv table.csv
cut -d , -f 1-6 done.csv
echo '--- overstated by 20 votes'
sed '2s/60,40/50,50/' sound.csv > overstated.csv
recap-audit --plan=plan.csv --counts=overstated.csv -o more.csv table.csv || echo "status $?"
cut -d , -f 1-6 more.csv
echo '--- the further draws are a plan as well'
opened more.csv table.csv | sed '2s/60,40/50,50/' > further.csv
recap-audit --plan=more.csv --counts=further.csv -o done.csv table.csv
tail -n 1 done.csv | cut -d , -f 1-6
echo '--- understated'
sed '2s/60,40/70,30/' sound.csv > understated.csv
recap-audit -q --plan=plan.csv --counts=understated.csv -o done.csv table.csv 2> err
cut -d , -f 1-6 done.csv | tail -n 1
echo '--- not all of it'
{
    sed -e '2d' -e '3s/60,40/60,?/' sound.csv
    echo 'pkwkk,3907122001002,hitung-ulang,RANDU ASRI,002,60,40,4,104'
    echo 'pkwkk,3907122001099,hitung-ulang,RANDU ASRI,099,60,40,4,104'
} > gaps.csv
recap-audit --plan=plan.csv --counts=gaps.csv -o part.csv table.csv || echo "status $?"
cut -d , -f 1-6 part.csv
