# After the plenary: what it decided is not open, before the decisions are applied and after.
recap-import -q -c ppwp -s plano -o plano.csv samples/kecamatan/plano.csv
recap-import -q -c ppwp -s sirekap -o sirekap.csv samples/kecamatan/sirekap
recap-check -o janggal.csv plano.csv || :
recap-diff -o beda.csv plano.csv sirekap.csv || :
recap-resolve -q -d samples/kecamatan/decisions.csv -o final.csv plano.csv
effect() {
    recap-effect -v -F janggal.csv -F beda.csv -r samples/kecamatan/register.csv \
        -d samples/kecamatan/decisions.csv --by=kecamatan "$@"
}
effect -o before.csv plano.csv
effect -o after.csv final.csv
cmp before.csv after.csv
cat after.csv
