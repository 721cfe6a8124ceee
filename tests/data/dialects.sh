# Files as people really make them, each through the profile that is found by itself: counts and
# sums against those that awk makes of the same files.
. "$srcdir/tests/data/common.subr"
data dialects multi-source-2019/kalimantan-utara.csv.gz sirekap-2024-ppwp/bulungan.csv

# import PROFILE SOURCE PATH: table.csv, with that profile
import() {
    want 0 recap-import -v -c ppwp -s "$2" "$3" > table.csv 2> said
    grep -q "has the profile '$1'" said || fail "$3 has not the profile $1: $(cat said)"
}

# column NAME: the sum of a column of table.csv, and the number of records that have a number there
column() {
    awk -F, -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) column = i; next }
        $column != "" { sum += $column; n++ }
        END { print sum + 0, n + 0 }' table.csv
}

# check WHAT KNOWN FOUND
check() {
    echo "$2" > known
    echo "$3" > found
    same "$1" known found
}

records() {
    awk 'END { print NR - 1 }' table.csv
}

file=$RECAP_DATA/dialects/kawalpemilu-2024-head.csv
import kawalpemilu-2024 relawan "$file"
check 'kawalpemilu-2024: records' "$(awk 'END { print NR - 1 }' "$file")" "$(records)"
check 'kawalpemilu-2024: s02' "$(awk -F, 'NR > 1 && $11 != "" { n++; sum += $11 }
    END { print sum, n }' "$file")" "$(column s02)"

file=$RECAP_DATA/dialects/situng-2019-full-admin-head.csv
import situng-2019-full kpu "$file"
check 'situng-2019-full: records' "$(awk 'END { print NR - 1 }' "$file")" "$(records)"
check 'situng-2019-full: s01' "$(awk -F, 'NR > 1 { n++; sum += $8 } END { print sum, n }' "$file")" \
    "$(column s01)"

for file in "$RECAP_DATA"/dialects/desa-files/*.csv; do
    import desa-files relawan "$file"
    check "$file: records" "$(grep -c '^TPS' "$file")" "$(records)"
    check "$file: s03" "$(awk -F, '/^TPS/ && $2 + $3 + $4 > 0 { n++; sum += $4 }
        END { print sum, n }' "$file")" "$(column s03)"
done

file=$RECAP_DATA/multi-source-2019/kalimantan-utara.csv.gz
i=6
for source in kpu kawalpemilu kawalpilpres ayojagatps; do
    import kpu-data-2019 $source "$file"
    check "$source: records" "$(gzip -dc "$file" | awk 'END { print NR - 1 }')" "$(records)"
    check "$source: s01" "$(gzip -dc "$file" | awk -F, -v i=$i 'NR > 1 && $i + $(i + 1) > 0 {
        n++; sum += $i } END { print sum + 0, n + 0 }')" "$(column s01)"
    i=$((i + 2))
done
want 2 recap-import -c ppwp -s plano "$file" > table.csv 2> said
grep -q "the table has no source 'plano'" said || fail "another source was found: $(cat said)"

file=$RECAP_DATA/sirekap-2024-ppwp/bulungan.csv
import sirekap-flat-2024 sirekap "$file"
check 'sirekap-flat-2024: suara_sah' "$(awk -F, 'NR > 1 && $10 != "" { n++; sum += $10 }
    END { print sum, n }' "$file")" "$(column suara_sah)"

# Photographs of single pages are no forms, a list of differences is none either.
for file in photo-entries-plano-salinan.csv bulungan/expected_differences.csv; do
    want 2 recap-import -c ppwp -s x "$RECAP_DATA/two-source-2019/$file" > table.csv 2> said
    grep -q 'there is no column\|no column holds' said || fail "$file: $(cat said)"
done

# Provinces in JSON, thousands with dots; the list inside each repeats the outer one, as jq says, too.
command -v jq > /dev/null || { echo 'jq is not installed'; exit 77; }
file=$RECAP_DATA/dialects/rekap-2019-dotted-thousands.json
import rekap-provinsi-2019 kpu "$file"
check 'rekap-provinsi-2019: lists inside' true "$(jq '[.[] | del(.kab)] as $outer | all(.[]; .kab == $outer)' "$file")"
check 'rekap-provinsi-2019: records' "$(jq length "$file")" "$(records)"
for name in 1 2; do
    check "rekap-provinsi-2019: s0$name" "$(jq -r --arg name value$name \
        '[.[][$name] | gsub("\\."; "") | tonumber] | "\(add) \(length)"' "$file")" "$(column s0$name)"
done
grep -q "leaves out: $(jq '[.[].kab | length] | add' "$file")" said || fail "$(cat said)"
