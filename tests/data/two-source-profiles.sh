# The same two sources of 2019 as they were published, through their profiles: nothing is prepared
# by hand. The differences are those that were published; the sums, by names, are those of the table
# of the official recapitulation at every level, but for two regions that it spells otherwise, which
# recap-diff must name.
. "$srcdir/tests/data/common.subr"
need sqlite3
data two-source-2019/bulungan two-source-2019/kutai-timur two-source-2019/official-rekap.csv
official=$RECAP_DATA/two-source-2019/official-rekap.csv

# profile NAME: the last import said that it used it
profile() {
    grep -q "has the profile '$1'" said || fail "the profile is not $1: $(cat said)"
}

# sums SOURCE PREFIX TABLE STATUS: the sums of TABLE against the columns of the official table; a blank
# of the volunteers makes the status 1
sums() {
    want $4 recap-sum --by desa "$3" > desa.csv
    want $4 recap-sum --by kecamatan "$3" > kecamatan.csv
    want $4 recap-sum --by kabko desa.csv > kabko.csv
    for level in kelurahan:desa kecamatan:kecamatan kabko:kabko; do
        query "$official" "select parents || ' / ' || name, ${2}_pas1, ${2}_pas2, ${2}_sah,
            ${2}_tSah, ${2}_jum from t where region = '$name' and level = '${level%:*}'" |
            sed 's,/ PESO HILIR,/ PESO ILIR,; s,/ SUMBER SARI|625|,/ Sumber Sari|625|,' |
            sort > known
        query "${level#*:}.csv" "select kode, s01, s02, suara_sah, suara_tidak_sah, suara_total
            from t" | sort > found
        [ -s known ] || fail "$name: no official sums of level $level"
        same "$name: $1, sums of $level" known found
    done
}

for region in bulungan kutai-timur; do
    folder=$RECAP_DATA/two-source-2019/$region
    name=$(echo $region | tr - _)
    want 0 recap-import -v -c ppwp -s kawalpemilu "$folder/a_kawalpemilu.csv" > a.csv 2> said
    profile kawalpemilu-2019
    want 0 recap-import -v -c ppwp -s kpu "$folder/b_kpu_situng.csv" > b.csv 2> said
    profile situng-2019
    awk -F, 'NR > 1 && $14 == 1' "$folder/a_kawalpemilu.csv" | wc -l > known
    awk 'NR > 1' a.csv | wc -l > found
    same "$region: forms of the volunteers" known found
    awk 'NR > 1' "$folder/b_kpu_situng.csv" | wc -l > known
    awk 'NR > 1' b.csv | wc -l > found
    same "$region: forms of KPU" known found

    want 1 recap-diff a.csv b.csv > diff.csv
    query diff.csv "select kode, isian, nilai_a, nilai_b from t where aturan = 'D01'" | sort > found
    awk -F, -v OFS='|' 'BEGIN {
            box["pas1"] = "s01"; box["pas2"] = "s02"; box["sah"] = "suara_sah"
            box["tSah"] = "suara_tidak_sah"; box["jum"] = "suara_total"
        }
        NR > 1 { print sprintf("%d-%03d", $1, $3), box[$4], $5, $6 }' \
        "$folder/expected_differences.csv" | sort > known
    same "$region: differences" known found

    sums kpu kpu_sum b.csv 0
    sums kawalpemilu kp_sum a.csv 1
done

# The official table is a source, too. It has more regions than the sums of Bulungan.
want 0 recap-import -v -c ppwp -s kpu "$official" > official.csv 2> said
profile rekap-resmi-2019
want 0 recap-import -q -c ppwp -s x "$RECAP_DATA/two-source-2019/bulungan/b_kpu_situng.csv" > b.csv
want 0 recap-sum --by kecamatan b.csv > kecamatan.csv
want 1 recap-diff official.csv kecamatan.csv > diff.csv
query diff.csv "select aturan, kode from t where kode like '% / PESO %LIR' order by aturan" > found
cat > known <<'TXT'
D03|KALIMANTAN UTARA / BULUNGAN / PESO HILIR
D04|KALIMANTAN UTARA / BULUNGAN / PESO ILIR
TXT
same 'PESO ILIR and PESO HILIR' known found
