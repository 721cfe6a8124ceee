# Two rows swapped: every sum is right.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
form sumber=sirekap s01=70 s02=60 > sirekap.csv
recap-diff plano.csv sirekap.csv
