# Needs zip to make the archive.
command -v zip > /dev/null || { echo 'zip is not installed'; exit 77; }
mkdir data
for i in 1 2; do
    echo "{\"chart\":{\"100025\":$i},\"administrasi\":null}" > data/329901100100$i.json
done
zip -qr data.zip data
recap-import -c ppwp -s sirekap data.zip > rekap.csv
cut -d, -f 2,11,27 rekap.csv
