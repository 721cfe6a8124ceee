# The first page of the presidential form was filed with that of the DPD: a page of another contest at
# the same TPS. What differs at the next TPS is not.
. "$srcdir/tests/errors/form.subr"
tps() {
    kontes=$1 number=$2 sumber=$3
    shift 3
    form "kontes=$kontes" "kode=3907122001$number" "tps=$number" "sumber=$sumber" "$@"
}
other() {
    tps "$@" pengguna_pindahan_l=1 pengguna_pindahan_p=0 pengguna_pindahan_j=1 \
        pengguna_total_l=82 pengguna_total_p=91 pengguna_total_j=173
}
{
    other pdpd 001 plano s01=11 s02=22 s03=33
    other pdpd 002 plano s01=11 s02=22 s03=33 | tail -n 1
    tps ppwp 001 plano | tail -n 1
    tps ppwp 002 plano | tail -n 1
} > plano.csv
{
    tps pdpd 001 sirekap s01=11 s02=22 s03=33
    other pdpd 002 sirekap s01=41 s02=52 s03=63 | tail -n 1
    tps ppwp 001 sirekap | tail -n 1
    tps ppwp 002 sirekap | tail -n 1
} > sirekap.csv
recap-diff plano.csv sirekap.csv > found.csv || echo "status $?"
cut -d , -f 1,7,8,10,12,14,16- found.csv | sed 's/,plano.csv:.*//'
# A pipe can be read again, and a table that is not sorted.
recap-diff - sirekap.csv < plano.csv > pipe.csv || echo "status $?"
sed 's/<stdin>/plano.csv/g' pipe.csv | cmp - found.csv
{ head -n 1 plano.csv; tail -n +2 plano.csv | sort -r; } > back.csv
recap-diff back.csv sirekap.csv > back-found.csv || echo "status $?"
sed 's/,back.csv:[0-9]*,/,plano,/' back-found.csv > left.csv
sed 's/,plano.csv:[0-9]*,/,plano,/' found.csv | cmp - left.csv
