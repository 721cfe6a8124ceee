# Against the register every TPS must be there exactly once in each source: R23 names the
# missing, the unknown and those that come twice, and no other; the rest of the answer does
# not change.
. "$srcdir/tests/prop/common.subr"
need sqlite3
for seed in $seeds; do
    elect "$seed" e --desa 10 --tps 14 --special 2 --faults 3
    # Every fortieth form once more at the end of the table.
    awk '{ print } NR > 1 && NR % 40 == 0 { again[++n] = $0 }
        END { for (i = 1; i <= n; i++) print again[i] }' e/sirekap.csv > repeated.csv
    awk -F, -v OFS='|' 'NR > 1 && NR % 40 == 0 { print $2, "sirekap" }' e/sirekap.csv \
        > known.unsorted
    query e/kunci.csv "select kode, 'sirekap' from t
        where jenis in ('tps-hilang', 'tps-tidak-dikenal')" >> known.unsorted
    sort known.unsorted > known
    want 1 recap-check -r e/register.csv e/plano.csv repeated.csv > check.csv
    query check.csv "select kode, case sumber_b when '' then sumber_a else sumber_b end from t
        where aturan = 'R23'" | sort > found
    same "seed $seed" known found

    want 1 recap-check e/plano.csv e/sirekap.csv > without.csv
    query without.csv "select * from t where aturan <> 'R23'" > known
    want 1 recap-check -r e/register.csv e/plano.csv e/sirekap.csv > with.csv
    query with.csv "select * from t where aturan <> 'R23'" > found
    same "seed $seed: the other rules" known found
done
