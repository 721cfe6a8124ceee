# A decision about a TPS that the table does not have.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
printf 'kontes,kode,isian,semula,menjadi,dasar,alasan\nppwp,3907122001009,s01,61,62,plano,x\n' > d.csv
recap-effect -d d.csv plano.csv
