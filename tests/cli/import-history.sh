# Four snapshots of one TPS: the newest is imported, the others are history unless nothing changed.
mkdir 1 2 3 4
echo '{"chart":{"100025":1},"administrasi":null,"ts":"2024-02-15 07:00:00"}' > 1/3299011001001.json
echo '{"chart":{"100025":2},"administrasi":null,"ts":"2024-02-15 08:00:00"}' > 2/3299011001001.json
echo '{"chart":{"100025":2},"administrasi":null,"ts":"2024-02-15 09:00:00"}' > 3/3299011001001.json
echo '{"chart":{"100025":3},"administrasi":null,"ts":"2024-02-15 10:00:00"}' > 4/3299011001001.json
recap-import -c ppwp -s sirekap --history riwayat.csv -o sekarang.csv 1 2 3 4
cut -d, -f 2,3,9,11,27 sekarang.csv riwayat.csv
recap-diff -q sekarang.csv riwayat.csv
