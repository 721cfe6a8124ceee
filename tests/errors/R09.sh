# The votes of a party and its candidates are not its B.
. "$srcdir/tests/errors/form.subr"
cat > plano.csv << 'END'
kontes,kode,sumber,p01,p01_01,p01_02,p01_j,suara_sah
pdpr,3907122001001,plano,5,10,3,17,17
END
recap-check plano.csv
