# Three sources, two of which agree.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
form sumber=sirekap s01=68 > sirekap.csv
form sumber=salinan:PAN > salinan.csv
recap-diff plano.csv sirekap.csv salinan.csv
