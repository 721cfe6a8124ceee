# What several forms say together, rules R19, R20, R24 and R27: recap-check finds exactly what an
# independent re-computation in SQL finds, however the rows are split and ordered.
. "$srcdir/tests/prop/common.subr"
need sqlite3
for seed in $seeds; do
    for contests in 'ppwp pdpr pdpd pdprdp pdprdk' 'pdpr pdprdk' ppwp; do
        awk -v seed="$seed" -v contests="$contests" -f "$srcdir/tests/prop/between.awk" > all.csv
        printf '%s\n' '[R22]' aktif=false > rules.conf
        want 1 recap-check -q --rules=rules.conf all.csv > check.csv
        query check.csv "select kontes, kode, sumber_a, aturan, isian, nilai_a, sumber_b, nilai_b
            from t where aturan in ('R19', 'R20', 'R24', 'R27')" | sort > found
        query all.csv " $(cat "$srcdir/tests/prop/between.sql")" | sort > known
        same "seed $seed, $contests" known found
        cut -d '|' -f 4 found >> rules
        # The same rows in other tables, in another order.
        shuffle "$seed" all.csv | awk 'NR == 1 { print > "a.csv"; print > "b.csv"; next }
            { print > (NR % 2 ? "a.csv" : "b.csv") }'
        want 1 recap-check -q --rules=rules.conf a.csv b.csv > split.csv
        for file in check split; do
            query $file.csv "select kontes, kode, aturan, tingkat, isian, nilai_a, sumber_b,
                nilai_b, keterangan from t" > $file.out
        done
        sort check.out > known
        sort split.out > found
        same "seed $seed, $contests: split" known found
    done
done
for rule in R19 R20 R24 R27; do
    [ "$(grep -c $rule rules)" -ge 10 ] || fail "$rule is broken by fewer than ten rows"
done
