# One form for two TPS.
. "$srcdir/tests/errors/form.subr"
{ form; form kode=3907122001002 tps=002 s01=10 s02=9 s03=8 suara_sah=27 suara_total=32 | tail -n 1; } > plano.csv
{ form sumber=sirekap; form kode=3907122001002 tps=002 sumber=sirekap | tail -n 1; } > sirekap.csv
recap-diff plano.csv sirekap.csv
