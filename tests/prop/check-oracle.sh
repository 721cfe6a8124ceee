# On thousands of damaged forms recap-check finds exactly what an independent re-computation
# finds: the same rule, box and both values; with all sections, and with those that Sirekap has.
. "$srcdir/tests/prop/common.subr"
need sqlite3
for seed in $seeds; do
    elect "$seed" e --desa 40 --tps 30 --damage --abroad
    awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) keep[i] = $i !~ /^(surat|disabilitas)_/ }
        { line = $1; for (i = 2; i <= NF; i++) if (keep[i]) line = line "," $i; print line }' \
        e/plano.csv > e/public.csv
    for table in plano public; do
        want 1 recap-check e/$table.csv > check.csv 2> err
        [ ! -s err ] || fail "seed $seed: $(cat err)"
        query check.csv "select kode, aturan, isian, nilai_a, nilai_b from t" | sort > found
        awk -f "$srcdir/tests/prop/rules.awk" e/$table.csv | sort > known
        [ "$(wc -l < known)" -gt 3000 ] || fail "seed $seed: too little damage"
        same "seed $seed: $table" known found
    done
done
