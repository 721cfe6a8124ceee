# The order of rows and columns changes no byte of any answer.
. "$srcdir/tests/prop/common.subr"
for seed in $seeds; do
    elect "$seed" e --desa 8 --tps 14 --special 3 --faults 2 --mistakes 2
    mkdir -p s
    shuffle "$seed" e/plano.csv > s/plano.csv
    shuffle "$((seed + 1))" e/sirekap.csv > s/sirekap.csv
    for folder in e s; do
        # The same name in the messages for both.
        cp $folder/plano.csv plano.csv
        cp $folder/sirekap.csv sirekap.csv
        want 1 recap-check plano.csv sirekap.csv > check.$folder
        want 1 recap-check -r e/register.csv plano.csv > register.$folder
        want 1 recap-diff plano.csv sirekap.csv > diff.$folder
        want 1 recap-diff --format text plano.csv sirekap.csv > text.$folder
        want 1 recap-sum --by desa plano.csv > sum.$folder 2> sum-err.$folder
        want 1 recap-sum --by nasional --counts -r e/register.csv sirekap.csv \
            > counts.$folder 2> counts-err.$folder
        want 0 recap-resolve -d e/decisions.csv plano.csv > resolve.$folder
    done
    for output in check register diff text sum counts resolve; do
        [ -s $output.e ] || fail "seed $seed: $output printed nothing"
        same "seed $seed: $output" $output.e $output.s
    done
done
