# Sirekap documents of a Pilkada, of the DPR and of the DPD: every cell as jq reads it. KPU's lists of
# candidates are real for the Pilkada; those of the others, no longer public, are made from the
# identifiers, which stand in the order of the ballot (840 apart from party to party).
. "$srcdir/tests/data/common.subr"
need jq
data pilkada-2024 pileg-2024

# known_table FILE LIST: what the children of a region have, as melt writes it.
known_table() {
    jq -r --slurpfile list "$2" '
        ($list[0] | map(to_entries[] | {key, value: .value.nomor_urut}) | from_entries) as $number
        | .tungsura.table | to_entries[] | .key as $kode | .value | to_entries[]
        | select($number[.key]) | "\($kode)|sirekap|s0\($number[.key])|\(.value)"' "$1" | sort
}

n=0
for contest in pkwkp pkwkk; do
    list=$RECAP_DATA/pilkada-2024/paslon-$contest.json
    for file in "$RECAP_DATA/pilkada-2024/${contest}_"*.json; do
        n_children=$(jq '.tungsura.table | length' "$file")
        want 0 recap-import -c $contest -s sirekap --candidates "$list" "$file" > table.csv 2> err
        grep -q "read $n_children = imported $n_children + superseded 0 + rejected 0\$" err ||
            fail "$file: $(cat err)"
        known_table "$file" "$list" > known
        melt table.csv | grep '|s0[0-9]*|' > found
        same "$file" known found
        jq -r '.tungsura.table | to_entries[] | "\(.key),\(.value.progres.total),\(.value.progres.progres)"' \
            "$file" | sort > known
        awk -F, -v OFS=, 'NR > 1 { print $2, $12, $13 }' table.csv > found
        same "$file: progres" known found

        # The sum of the children is what the document says of the region itself.
        recap-sum -q --by kabko table.csv > sum.csv || [ $? = 1 ]
        jq -r '[.tungsura.chart.progres.total, .tungsura.chart.progres.progres,
            (.tungsura.chart | to_entries | sort_by(.key)[] | select(.key != "progres") | .value)]
            | map(tostring) | join(",")' "$file" > known
        sed 1d sum.csv | cut -d, -f 10,11,13- > found
        same "$file: its chart" known found
        want 0 recap-import -q -c $contest -s sirekap --candidates "$list" --totals total.csv \
            -o again.csv "$file" 2> err
        same "$file: with --totals" table.csv again.csv
        want 0 recap-diff sum.csv total.csv > found
        awk -F, -v OFS=, 'NR > 1 { $15++ } { print }' total.csv > wrong.csv
        want 1 recap-diff sum.csv wrong.csv > found
        [ "$(sed 1d found | cut -d, -f 8,10,15)" = D01,s01,1 ] || fail "$file: $(cat found)"
        n=$((n + 1))
    done

    # Two snapshots of each region: the newer one stays.
    set -- "$RECAP_DATA/pilkada-2024/${contest}_"*.json
    want 0 recap-import -c $contest -s sirekap --candidates "$list" "$@" > both.csv 2> err
    all=$(jq -s 'map(.tungsura.table | length) | add' "$@")
    grep -q "read $all = imported $((all / 2)) + superseded $((all / 2)) + rejected 0\$" err ||
        fail "snapshots of $contest: $(cat err)"
    for file in "$RECAP_DATA/pilkada-2024/${contest}_"*T1225*.json; do
        known_table "$file" "$list"
    done | sort > known
    melt both.csv | grep '|s0[0-9]*|[0-9]' > found
    same "the newest of $contest" known found
done
[ $n = 8 ] || fail "$n files of the Pilkada, not 8"

# The candidates of one region are strangers in the other.
want 2 recap-import -q -c pkwkk -s sirekap \
    --candidates "$RECAP_DATA/pilkada-2024/paslon-pkwkp.json" \
    "$RECAP_DATA"/pilkada-2024/pkwkk_32_3216__*T0123*.json > none.csv 2> err ||
    fail "a list of the other contest"
grep -q "'1000588'" err || fail "the candidate is not named: $(cat err)"

# DPR: 65 TPS of a desa, candidate by candidate.
file=$RECAP_DATA/pileg-2024/dpr-desa-1671041005.json
want 2 recap-import -c pdpr -s sirekap "$file" > none.csv 2> err
grep -q 'caleg/partai/<dapil>.json' err || fail "no word about the list: $(cat err)"
jq '[.[] | keys[] | select(. != "null") | tonumber] | unique
    | group_by((. - 100211) / 840 | floor)
    | map({
        key: (((.[0] - 100211) / 840 | floor) | if . == 17 then 24 else . + 1 end | tostring),
        value: (map({key: tostring, value: {nama: "CALON", nomor_urut: (((. - 100211) % 840) + 1)}})
            | from_entries)
    }) | from_entries' "$file" > 1601.json
want 0 recap-import -c pdpr -s sirekap --candidates 1601.json "$file" > dpr.csv 2> err
grep -q 'read 65 = imported 65 + superseded 0 + rejected 0$' err || fail "DPR: $(cat err)"
jq -r --slurpfile list 1601.json '
    def two: tostring | if length < 2 then "0" + . else . end;
    ($list[0] | to_entries | map(.key as $party | .value | to_entries[]
        | {key, value: "p\($party | two)_\(.value.nomor_urut | two)"}) | from_entries) as $box
    | to_entries[] | .key as $kode | .value | to_entries[] | select($box[.key])
    | "\($kode)|sirekap|\($box[.key])|\(.value)"' "$file" | sort > known
[ "$(wc -l < known)" = 9230 ] || fail "jq found $(wc -l < known) votes, not 9230"
melt dpr.csv > found
same "DPR" known found

# DPD: one TPS with all its boxes; its code stands within the name.
file=$RECAP_DATA/pileg-2024/dpd-tps-1101052004001.json
jq '[.chart | keys[] | select(. != "null")] | to_entries
    | map({key: .value, value: {nama: "CALON", nomor_urut: (.key + 1)}}) | from_entries' \
    "$file" > 11.json
want 0 recap-import -c pdpd -s sirekap --candidates 11.json "$file" > dpd.csv 2> err
jq -r '(.chart | to_entries | map(select(.key != "null")) | to_entries
        | map({key: "s\(.key + 1 | tostring | if length < 2 then "0" + . else . end)", value: .value.value})),
    (.administrasi | to_entries)
    | .[] | "1101052004001|sirekap|\(.key)|\(.value)"' "$file" |
    sed 's/pengguna_dptb/pengguna_pindahan/; s/pengguna_non_dpt/pengguna_khusus/' | sort > known
melt dpd.csv > found
same "DPD" known found

# The same candidates do not stand in another province.
cp 11.json 12.json
want 2 recap-import -q -c pdpd -s sirekap --candidates 12.json "$file" > none.csv 2> err
grep -q "stands in region '12', where '1101052004001' is not" err || fail "region: $(cat err)"

# KPU's list of the regions of a province gives their names.
data register-2024/region-lists/65.json
regions=$RECAP_DATA/register-2024/region-lists/65.json
want 0 recap-import -q -c pkwkp -s sirekap -r "$regions" \
    --candidates "$RECAP_DATA/pilkada-2024/paslon-pkwkp.json" \
    "$RECAP_DATA"/pilkada-2024/pkwkp_65_6501__*T1225*.json > named.csv 2> err
[ "$(sed 1d named.csv | cut -d, -f 5 | sort -u)" = \
    "$(jq -r '.[] | select(.kode == "6501") | .nama' "$regions")" ] ||
    fail "the names of regions: $(cut -d, -f 5 named.csv | sort -u)"
