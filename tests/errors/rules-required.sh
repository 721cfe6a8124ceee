# A new rule without its texts, or without its formula.
. "$srcdir/tests/errors/form.subr"
form > t.csv
printf '[R99]\ntingkat=info\n' > texts.conf
recap-check --rules=texts.conf t.csv || echo "status $?"
printf '[R99]\nkotak=a\nlabel=b\npenjelasan=c\ntindakan=d\n' > formula.conf
recap-check --rules=formula.conf t.csv
