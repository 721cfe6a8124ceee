# Decisions put right exactly the cells they name, in whatever order they are listed; one
# that no longer fits the table is refused by name and place, and its cell stays as it was.
. "$srcdir/tests/prop/common.subr"
need sqlite3
for seed in $seeds; do
    elect "$seed" e --desa 6 --tps 20 --special 2 --faults 2 --mistakes 3
    want 0 recap-resolve -d e/decisions.csv --log log.csv e/plano.csv > final.csv
    melt final.csv > found
    melt e/plano.csv | awk -F '[|,]' -v OFS='|' 'FILENAME == "e/decisions.csv" {
            if (FNR > 1) put[$2 OFS $3] = $5
            next
        }
        { print $1, "final", $3, ($1 OFS $3) in put ? put[$1 OFS $3] : $4 }' e/decisions.csv - |
        sort > known
    same "seed $seed: the final table" known found
    awk -F '|' '$4 !~ /^[0-9]+$/' found > open
    [ ! -s open ] || fail "seed $seed: still without a number: $(cat open)"

    # (Decisions for different cells: their order tells nothing.)
    { head -n 1 e/decisions.csv; tail -n +2 e/decisions.csv | sort -t, -k 3 -r; } > shuffled.csv
    want 0 recap-resolve -d shuffled.csv e/plano.csv > other.csv
    same "seed $seed: decisions in another order" final.csv other.csv

    awk -F, -v OFS=, -v at="$((seed + 2))" \
        'NR == at { $4 = $4 + 1; print $2 > "stale" } { print }' \
        e/decisions.csv > stale.csv
    want 1 recap-resolve -d stale.csv e/plano.csv > partial.csv 2> err
    grep -q "$(cat stale)" err || fail "seed $seed: the stale decision is not named: $(cat err)"
    grep -q "stale.csv:$((seed + 2))" err || fail "seed $seed: no place of it: $(cat err)"
    sed "$((seed + 2))d" e/decisions.csv > without.csv
    want 0 recap-resolve -d without.csv e/plano.csv > other.csv
    same "seed $seed: all but the stale decision" other.csv partial.csv
done
