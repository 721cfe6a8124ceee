# A misspelt label must not look like an authority.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
form sumber=sirekap > sirekap.csv
recap-diff --precedence palno,salinan plano.csv sirekap.csv
