# The draws of a plan, its list of batches and the fingerprint of that list; a TPS can be drawn again.
. "$srcdir/tests/cli/audit.subr"
echo '3 90,12,3,105' | election 60 sirekap 60,40,4,104 > table.csv
recap-audit --risk=20% --seed='dadu 4 1 6 6 2' --batches=batches.csv table.csv
head -n 4 batches.csv
recap-audit -q --risk=20% --seed=x -o other.csv table.csv 2> err
[ "$(sha256sum < batches.csv | cut -d ' ' -f 1)" = "$(awk -F, 'NR == 2 { print $NF }' other.csv)" ]
# The same votes in another order are the same audit.
{
    head -n 1 table.csv
    sed 1d table.csv | sort -r
} > reversed.csv
recap-audit -q --risk=0.2 --seed='dadu 4 1 6 6 2' -o again.csv reversed.csv 2> err
tail -n 1 again.csv
