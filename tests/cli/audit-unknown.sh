# What is not known is drawn as the worst that its ballots allow: a blank vote, a TPS of the register
# without a form; --issued bounds every TPS by the ballots that it got.
. "$srcdir/tests/cli/audit.subr"
printf '2 60,,4,104\n4 60,40,4,\n' | election 30 sirekap 60,40,4,104 > table.csv
{
    echo kode,provinsi,kabko,kecamatan,desa,tps,dpt_l,dpt_p
    for i in 001 002 003 004; do
        echo "3907122001$i,P,K,C,RANDU ASRI,$i,100,101"
    done
    echo '3907122001031,P,K,C,RANDU ASRI,031,100,101'
    echo '3907122001032,P,K,C,RANDU ASRI,032,,'
    echo '4007122001001,P,K,C,ELSEWHERE,001,,'
} > register.csv
recap-audit --risk=90% --seed=7 -r register.csv --batches=batches.csv -o plan.csv table.csv
grep -e 00[1245], -e 03[0-9], batches.csv
recap-audit -q --risk=90% --seed=7 -r register.csv --issued --batches=batches.csv -o plan.csv table.csv
grep -e 00[1245], -e 03[0-9], batches.csv
