# A TPS of the register is missing, and another is not in it.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
cat > register.csv << END
kode,provinsi,kabko,kecamatan,desa,tps
3907122001002,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,002
END
recap-check -r register.csv plano.csv
