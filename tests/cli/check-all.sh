# What was checked and holds: one line a formula, for an auditor to cite; nobody takes it for open.
. "$srcdir/tests/errors/form.subr"
form > plano.csv
recap-check --all plano.csv
recap-check --all --format text plano.csv | tail -n 1
# A form with a fault: what holds is listed beside it, what cannot be checked is not.
form suara_sah=171 surat_dikembalikan= > broken.csv
recap-check --all -o findings.csv broken.csv || echo "status $?"
awk -F, 'NR > 1 { print $8, $9, $10, $12, $14 }' findings.csv
echo 'kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu' > decisions.csv
recap-resolve -d decisions.csv -F findings.csv -o final.csv broken.csv || echo "status $?"
