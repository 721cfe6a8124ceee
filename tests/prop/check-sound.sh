# A sound form gives no finding of severity galat or peringatan, with or without the register,
# as plano or as Sirekap.
. "$srcdir/tests/prop/common.subr"
need sqlite3
for seed in $seeds; do
    elect "$seed" e --desa 40 --tps 25 --special 7
    want 0 recap-check e/plano.csv > plain.csv
    want 0 recap-check -r e/register.csv e/plano.csv > register.csv
    want 0 recap-check -r e/register.csv e/plano.csv e/sirekap.csv > both.csv
    for output in plain register both; do
        query $output.csv "select * from t where tingkat <> 'info'" > bad
        [ ! -s bad ] || fail "seed $seed: $output: $(head -n 3 bad)"
    done
done
