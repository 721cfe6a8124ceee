# Rules changed by a file: one off, one softer, one new; what is switched off is said.
. "$srcdir/tests/errors/form.subr"
form suara_total=180 surat_digunakan=175 pemilih_dpt_j=310 > plano.csv
cat > aturan.conf << 'END'
[R01]
aktif=false
[R07]
tingkat=info
[R10]
aktif=false
[R30]
tingkat=peringatan
rumus=suara_tidak_sah <= 2% suara_total
kotak=V.B
label=Suara tidak sah sedikit
penjelasan=Suara tidak sah biasanya sedikit.
tindakan=Periksa.
END
recap-check --rules aturan.conf plano.csv
