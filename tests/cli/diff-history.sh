# Three times of one source: as recap-import --history keeps them, and as three tables; what moved, and
# whether toward the plano.
mkdir 1 2 3
echo '{"chart":{"100025":1,"100026":null},"administrasi":null,"ts":"2024-02-15 07:00:00"}' > 1/3299011001001.json
echo '{"chart":{"100025":2,"100026":5},"administrasi":null,"ts":"2024-02-15 08:00:00"}' > 2/3299011001001.json
echo '{"chart":{"100025":9,"100026":4},"administrasi":null,"ts":"2024-02-15 10:00:00"}' > 3/3299011001001.json
cp 3/3299011001001.json 3/3299011001002.json
recap-import -q -c ppwp -s sirekap --history riwayat.csv -o sekarang.csv 1 2 3
printf 'kontes,kode,sumber,s01,s02\nppwp,3299011001001,plano,2,4\n' > plano.csv
recap-diff -v --history --toward plano.csv sekarang.csv riwayat.csv
for i in 1 2 3; do recap-import -q -c ppwp -s sirekap -o $i.csv $i; done
recap-diff -v --history 1.csv 2.csv 3.csv > tables.csv
cut -d, -f 2,8,10,12,14,17 tables.csv
recap-diff --history --format text --toward plano.csv --fields s02 - 2.csv 3.csv < 1.csv
