# A formula that says nothing is refused: it would switch its rule off in silence.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
for formula in 'suara_total =' 'suara_total <= 102%' 'suara_{} = suara_sah' 'suara_total = suara_sa'; do
    printf '[R07]\nrumus=%s\n' "$formula" > aturan.conf
    recap-check --rules aturan.conf plano.csv || echo "status $?"
done
