# One source at two times. A change is information, not a fault.
. "$srcdir/tests/errors/form.subr"
form sumber=sirekap waktu=2024-02-15T07:00:00 > pagi.csv
form sumber=sirekap waktu=2024-02-15T19:00:00 s01=68 > malam.csv
recap-diff --history pagi.csv malam.csv
