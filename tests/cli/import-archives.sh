# A folder, a tar, a compressed tar, a zip and a single compressed document hold the same.
mkdir data
for i in 1 2 3; do
    echo "{\"chart\":{\"100025\":$i},\"administrasi\":null}" > data/329901100100$i.json
done
echo MIT > data/LICENSE
tar cf data.tar --sort=name data
tar czf data.tar.gz --sort=name data
gzip -c data/3299011001003.json > 3299011001003.json.gz
for input in data data.tar data.tar.gz; do
    recap-import -c ppwp -s sirekap $input > rekap.csv
    cut -d, -f 2,11,27 rekap.csv
done
recap-import -c ppwp -s sirekap 3299011001003.json.gz > rekap.csv
cut -d, -f 2,11,27 rekap.csv
recap-import -c ppwp -s sirekap - < data.tar.gz > rekap.csv
cut -d, -f 2,11,27 rekap.csv
