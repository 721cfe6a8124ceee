# A sound form of any contest gives no finding of severity galat or peringatan, with or without the
# register, as plano or as Sirekap.
. "$srcdir/tests/prop/common.subr"
need sqlite3

# sound SEED OPTION...
sound() {
    seed=$1
    shift
    elect "$seed" e --tps 25 "$@"
    want 0 recap-check e/plano.csv > plain.csv
    want 0 recap-check -r e/register.csv e/plano.csv > register.csv
    want 0 recap-check -r e/register.csv e/plano.csv e/sirekap.csv > both.csv
    for output in plain register both; do
        query $output.csv "select * from t where tingkat <> 'info'" > bad
        [ ! -s bad ] || fail "seed $seed $*: $output: $(head -n 3 bad)"
    done
}

for seed in $seeds; do
    sound "$seed" --desa 40 --special 7
    for contest in pdpr pdpd pdprdp pdprdk pkwkp pkwkk; do
        sound "$seed" --desa 4 --special 2 --contest $contest
    done
    sound "$seed" --desa 2 --contest pdprdk --aceh --contestants 20
    sound "$seed" --desa 2 --contest pdpd --contestants 50
    sound "$seed" --desa 2 --contest pkwkk --contestants 2
done
