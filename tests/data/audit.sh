# Two sources of the same TPS of 2019 as an audit: KPU's numbers are audited, those that volunteers
# read from the photos of the planos are the hand counts. Bounds, the number of draws and every
# overstatement are as awk works them out from the tables, and so are draws and risk.
. "$srcdir/tests/data/common.subr"
. "$srcdir/tests/cli/audit.subr"
data two-source-2019/bulungan two-source-2019/kutai-timur

# table SOURCE FILE: a recap table; the codes of 2019 are made into 13 digits.
table() {
    awk -F, -v OFS=, -v source="$1" 'NR == 1 {
            for (i = 1; i <= NF; i++) column[$i] = i
            print "kontes,kode,sumber,s01,s02,suara_total"
            next
        }
        !("cakupan" in column) || $column["cakupan"] == 1 {
            print "ppwp", sprintf("3907%06d%03d", $column["kel_id"], $column["tps"]), source, \
                $column["pas1"], $column["pas2"], $column["jum"]
        }' "$2"
}

sed -n '/begin audit.awk/,/end$/p' "$srcdir/man/recap-audit.1.in" | sed '/^\./d' > audit.awk
for region in bulungan kutai-timur; do
    folder=$RECAP_DATA/two-source-2019/$region
    table situng "$folder/b_kpu_situng.csv" > reported.csv
    table hitung-ulang "$folder/a_kawalpemilu.csv" > photos.csv
    want 0 recap-audit --risk=1% --seed="$region" --batches=batches.csv -o plan.csv reported.csv 2> err
    opened plan.csv photos.csv > hand.csv
    status=0
    recap-audit --plan=plan.csv --counts=hand.csv -o result.csv reported.csv 2> err || status=$?
    [ $status -le 1 ] || fail "$region: $(cat err)"

    # The votes of each TPS, the larger of V.C and the votes, the bound; then what was overstated.
    awk -F, -v OFS=, '
        function up(a, b,  whole) {
            whole = int(a / b)
            while (whole * b < a)
                whole++
            return whole
        }
        FNR == 1 { next }
        FILENAME == ARGV[1] { s1[$2] = $4; s2[$2] = $5; all[$2] = $6; t1 += $4; t2 += $5; next }
        FILENAME == ARGV[2] { a1[$2] = $4; a2[$2] = $5; next }
        !win { win = t1 > t2 ? 1 : -1; margin = win * (t1 - t2) }
        {
            lead = win * (s1[$3] - s2[$3])
            ballots = all[$3] > s1[$3] + s2[$3] ? all[$3] : s1[$3] + s2[$3]
            counted = a1[$3] != "" && a2[$3] != ""
            print $1, $3, up((lead + ballots) * 1e9, margin), \
                counted ? up((lead - win * (a1[$3] - a2[$3])) * 1e9, margin) : ""
        }' reported.csv photos.csv result.csv > known
    awk -F, -v OFS=, 'NR > 1 { print $1, $3, $4, $5 }' result.csv > found
    same "$region: bounds and overstatements" known found

    awk -F, 'NR > 1 { sum += $NF }
        END { n = log(0.01) / log(1 - 1e9 / sum); print int(n) + (n > int(n)) }' batches.csv > known
    awk 'NR > 1' plan.csv | wc -l | tr -d ' ' > found
    same "$region: the number of draws" known found

    SEED=$region awk -F, -f audit.awk batches.csv result.csv > again
    awk -F '[ ,]' 'NR == FNR { draw[FNR + 1] = $1 " " $2 " " $3; risk[FNR + 1] = $4; next }
        FNR > 1 && (draw[FNR] != $1 " " $3 " sama" || (risk[FNR] == "") != ($6 == "") ||
            (risk[FNR] - $6) ^ 2 > 1e-12)' again result.csv > differing
    [ ! -s differing ] || fail "$region: $(head -n 3 differing)"
    echo "$region: $(wc -l < plan.csv) lines of a plan; $(grep risk err)"
done
