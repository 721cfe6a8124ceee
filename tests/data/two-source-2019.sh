# Two sources of the same TPS of 2019: recap-diff gives exactly the differences that were
# published, recap-sum the sums of the official recapitulation's table.
. "$srcdir/tests/data/common.subr"
need sqlite3
data two-source-2019/bulungan two-source-2019/kutai-timur two-source-2019/official-rekap.csv

# table SOURCE FILE: a recap table. KPU's codes of 2019 are no Kemendagri codes; for the sums each
# kelurahan gets a code of ten digits that ends in its number of 2019 (six digits at most).
table() {
    awk -F, -v OFS=, -v source="$1" 'NR == 1 {
            for (i = 1; i <= NF; i++) column[$i] = i
            print "kontes,kode,sumber,desa,tps,asal,s01,s02,suara_sah,suara_tidak_sah,suara_total"
            next
        }
        !("cakupan" in column) || $column["cakupan"] == 1 {
            tps = sprintf("%03d", $column["tps"])
            print "ppwp", sprintf("3907%06d%s", $column["kel_id"], tps), source, \
                $column["kelurahan"], tps, source ".csv:" NR, $column["pas1"], $column["pas2"], \
                $column["sah"], $column["tSah"], $column["jum"]
        }' "$2"
}

for region in bulungan kutai-timur; do
    folder=$RECAP_DATA/two-source-2019/$region
    table kawalpemilu "$folder/a_kawalpemilu.csv" > a.csv
    table kpu "$folder/b_kpu_situng.csv" > b.csv
    want 1 recap-diff a.csv b.csv > diff.csv
    query diff.csv "select kode, isian, nilai_a, nilai_b from t where aturan = 'D01'" | sort > found
    awk -F, -v OFS='|' 'BEGIN {
            box["pas1"] = "s01"; box["pas2"] = "s02"; box["sah"] = "suara_sah"
            box["tSah"] = "suara_tidak_sah"; box["jum"] = "suara_total"
        }
        NR > 1 { print sprintf("3907%06d%03d", $1, $3), box[$4], $5, $6 }' \
        "$folder/expected_differences.csv" | sort > known
    same "$region: differences" known found

    want 0 recap-sum --by desa b.csv > desa.csv
    want 0 recap-sum --by kabko desa.csv > kabko.csv
    name=$(echo $region | tr - _)
    for level in desa:kelurahan kabko:kabko; do
        official=${level#*:} level=${level%:*}
        query "$RECAP_DATA/two-source-2019/official-rekap.csv" "select
            case level when 'kabko' then '3907' else printf ('3907%06d', id) end, kpu_sum_pas1,
            kpu_sum_pas2, kpu_sum_sah, kpu_sum_tSah, kpu_sum_jum from t
            where region = '$name' and level = '$official'" | sort > known
        query $level.csv "select kode, s01, s02, suara_sah, suara_tidak_sah, suara_total from t" |
            sort > found
        [ -s known ] || fail "$region: no official sums of level $level"
        same "$region: sums of $level" known found
    done
done
