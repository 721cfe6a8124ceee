# The newest of several snapshots wins; an equal repeat is superseded too.
mkdir pagi siang malam
for s in pagi siang malam; do
    case $s in pagi) v=1 h=06 ;; *) v=2 h=12 ;; esac
    echo "{\"chart\":{\"100025\":$v},\"administrasi\":null,\"ts\":\"2024-02-15 $h:00:00\"}" > $s/3299011001001.json
done
recap-import -c ppwp -s sirekap pagi siang malam > satu.csv
recap-import -q -c ppwp -s sirekap siang malam pagi > dua.csv
cmp satu.csv dua.csv
cut -d, -f 2,9,11,27 satu.csv
