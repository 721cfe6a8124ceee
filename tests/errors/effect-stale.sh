# A decision about a number that the table does not have.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
printf 'kontes,kode,isian,semula,menjadi,dasar,alasan\nppwp,3907122001001,s01,61,62,plano,x\n' > d.csv
recap-effect -d d.csv plano.csv
