# What a kecamatan still has open before the plenary, for people: by desa, with who gains.
recap-import -q -c ppwp -s plano -o plano.csv samples/kecamatan/plano.csv
recap-import -q -c ppwp -s sirekap -o sirekap.csv samples/kecamatan/sirekap
recap-check -o janggal.csv plano.csv || :
recap-diff -o beda.csv plano.csv sirekap.csv || :
recap-effect -F janggal.csv -F beda.csv -r samples/kecamatan/register.csv --by=desa --format=text \
    plano.csv
