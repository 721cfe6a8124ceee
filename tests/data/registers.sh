# Every list of TPS is usable as it was published: the names of every TPS, as awk takes them apart.
. "$srcdir/tests/data/common.subr"
data register-2024
for file in "$RECAP_DATA"/register-2024/*.csv; do
    awk -F '"' 'NR > 1 { kode = substr($1, 1, length($1) - 1)
        n = split($2, part, ", *")
        print kode "," part[5] "," part[4] "," part[3] "," part[2] "," substr(part[1], 5) }' "$file" |
        sort > known
    # One form of each TPS, so that the names of all are asked for.
    { echo kode,s01; sed '1d; s/,.*/,1/' "$file"; } > forms.csv
    want 0 recap-import -q -c ppwp -s plano -r "$file" forms.csv > table.csv
    sed 1d table.csv | cut -d , -f 2,4-8 > found
    same "$file" known found
    want 0 recap-sum -q --by kabko -r "$file" table.csv > sum.csv 2> err
    cut -c 1-4 known | sort | uniq -c | awk '{ print $2 "," $1 "," $1 }' > known-sums
    awk -F, 'NR > 1 { print $2 "," $10 "," $11 }' sum.csv > found
    same "$file: sums" known-sums found
done
