# A table does not differ from itself, whatever it holds: sound, damaged, with other tables
# behind it.
. "$srcdir/tests/prop/common.subr"
for seed in $seeds; do
    elect "$seed" sound --desa 6 --tps 12
    elect "$seed" damaged --desa 12 --tps 20 --damage --abroad
    for kind in sound damaged; do
        for table in plano sirekap; do
            file=$kind/$table.csv
            want 0 recap-diff "$file" "$file" > out.csv 2> err
            [ "$(wc -l < out.csv)" = 1 ] || fail "seed $seed: $file differs from itself"
            want 0 recap-diff "$file" "$file" "$file" > out.csv 2>> err
            [ "$(wc -l < out.csv)" = 1 ] || fail "seed $seed: $file differs from itself twice"
            [ ! -s err ] || fail "seed $seed: $(cat err)"
        done
    done
done
