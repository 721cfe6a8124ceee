# The awk program of the manual draws the same TPS and finds the same risk, from the list of
# batches, the seed and SHA-256 alone; the fingerprint is that of the list.
. "$srcdir/tests/cli/audit.subr"
sed -n '/begin audit.awk/,/end$/p' "$srcdir/man/recap-audit.1.in" | sed '/^\./d' > audit.awk
[ "$(wc -l < audit.awk)" -gt 15 ]
awk 'BEGIN { for (i = 1; i <= 300; i++) print i, 50 + i % 37 "," 30 + i % 23 ",3," 83 + i % 37 + i % 23 }' |
    election 300 sirekap - > table.csv
for seed in 31466252413 'Rp 100, "sen" dan é $HOME'; do
    recap-audit -q --risk=1% --seed="$seed" --batches=batches.csv -o plan.csv table.csv 2> err
    opened plan.csv table.csv | awk -F, -v OFS=, 'NR % 9 == 5 { $6 -= 2; $7++ } NR % 7 == 3 { $6++ } { print }' > hand.csv
    recap-audit -q --plan=plan.csv --counts=hand.csv -o result.csv table.csv 2> err || echo "status $?"
    cat err
    SEED=$seed awk -F, -f audit.awk batches.csv result.csv > again
    awk -F '[ ,]' 'NR == FNR { draw[FNR + 1] = $1 " " $2 " " $3; risk[FNR + 1] = $4; next }
        FNR > 1 && (draw[FNR] != $1 " " $3 " sama" || (risk[FNR] == "") != ($6 == "") ||
            (risk[FNR] - $6) ^ 2 > 1e-12) { print "differs: " $0 }' again result.csv
    wc -l < again
    tail -n 1 again
    [ "$(sha256sum < batches.csv | cut -d ' ' -f 1)" = "$(awk -F, 'NR == 2 { print $NF }' result.csv)" ]
done
