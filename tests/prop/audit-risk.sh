# When the reported winner is wrong, the audit confirms it in no larger share of the lotteries than
# the risk limit; when the numbers are right, the planned draws always suffice. Lotteries are those
# of the seeds 1, 2, 3, ...; the limit may be passed by three standard deviations of so few. The
# unit test does more.
. "$srcdir/tests/prop/common.subr"
. "$srcdir/tests/cli/audit.subr"
n=${LOTTERIES:-40}

# confirmed COUNTS: how many of the lotteries confirm the winner when COUNTS are the true votes
confirmed() {
    n_confirmed=0
    lottery=0
    while [ $lottery -lt $n ]; do
        lottery=$((lottery + 1))
        want 0 recap-audit -q --risk=20% --seed=$lottery -o plan.csv table.csv 2> err
        opened plan.csv "$1" > hand.csv
        status=0
        recap-audit -q --plan=plan.csv --counts=hand.csv -o result.csv table.csv 2> err || status=$?
        case $status in
            0) n_confirmed=$((n_confirmed + 1)) ;;
            1) ;;
            *) fail "lottery $lottery: $(cat err)" ;;
        esac
    done
}

# s01 leads by 20 votes in each of 60 TPS: 1200 votes, U = 6.2.
election 60 sirekap 60,40,4,104 < /dev/null > table.csv
confirmed table.csv
[ $n_confirmed = $n ] || fail "sound numbers: $n_confirmed of $n lotteries confirm them"

# Ten TPS were for s02 with all ballots: 1240 votes too many for s01.
awk 'BEGIN { for (i = 1; i <= 10; i++) print i * 6, "0,104,0,104" }' |
    election 60 sirekap 60,40,4,104 > few.csv
# Twenty TPS with half of that.
awk 'BEGIN { for (i = 1; i <= 20; i++) print i * 3, "29,71,4,104" }' |
    election 60 sirekap 60,40,4,104 > some.csv
# All TPS with 21 votes: every count shows a little more than it may.
election 60 sirekap 49,50,5,104 < /dev/null > all.csv
for case in few some all; do
    confirmed $case.csv
    echo "$case: $n_confirmed of $n"
    awk -v k=$n_confirmed -v n=$n 'BEGIN { exit !(k <= 0.2 * n + 3 * sqrt(0.2 * 0.8 * n)) }' ||
        fail "$case: $n_confirmed of $n lotteries confirm a wrong winner"
done
[ $n_confirmed = 0 ] || fail "an overstatement everywhere was confirmed"
