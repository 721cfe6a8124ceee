# Who gains from the published differences of 2019, and what the order of the pairs hangs on, in two
# kabupaten and each of their kelurahan, against sums over the published list itself.
. "$srcdir/tests/data/common.subr"
need sqlite3
data two-source-2019/bulungan two-source-2019/kutai-timur

# table SOURCE FILE: as in two-source-2019.sh, without what the limits of a form are made of, so that
# a difference is not cut by them.
table() {
    awk -F, -v OFS=, -v source="$1" 'NR == 1 {
            for (i = 1; i <= NF; i++) column[$i] = i
            print "kontes,kode,sumber,s01,s02"
            next
        }
        !("cakupan" in column) || $column["cakupan"] == 1 {
            print "ppwp", sprintf("3907%06d%03d", $column["kel_id"], $column["tps"]), source, \
                $column["pas1"], $column["pas2"]
        }' "$2"
}

for region in bulungan kutai-timur; do
    folder=$RECAP_DATA/two-source-2019/$region
    table kawalpemilu "$folder/a_kawalpemilu.csv" > a.csv
    table kpu "$folder/b_kpu_situng.csv" > b.csv
    want 1 recap-diff -o diff.csv a.csv b.csv
    recap-effect -F diff.csv --bias a.csv > bias.csv || [ $? = 1 ]
    query bias.csv "select isian, tps_naik, suara_naik, tps_turun, suara_turun from t
        order by isian" > found
    awk -F, -v OFS='|' '
        $4 == "pas1" || $4 == "pas2" {
            if ($6 > $5) { n_up[$4]++; up[$4] += $6 - $5 } else { n_down[$4]++; down[$4] += $5 - $6 }
        }
        END {
            for (i = 1; i <= 2; i++)
                if (n_up["pas" i] + n_down["pas" i] > 0)
                    print "s0" i, n_up["pas" i] + 0, up["pas" i] + 0, n_down["pas" i] + 0, \
                        down["pas" i] + 0
        }' "$folder/expected_differences.csv" > known
    same "$region: who gains" known found

    # Where the first and the second of a kelurahan could change places. Of a TPS without numbers,
    # or that only the other source has, nothing is known.
    recap-effect -F diff.csv --by=desa a.csv > effect.csv || [ $? = 1 ]
    query effect.csv "select kode, isian, suara, urutan from t where urutan <> '' order by kode" > found
    awk -F, -v OFS='|' '
        FNR == 1 { file++; next }
        file == 1 {
            there[$2] = 1
            desa = substr($2, 1, 10)
            one[desa] += $4; two[desa] += $5
            if ($4 == "" || $5 == "") unknown[desa] = 1
        }
        file == 2 && !($2 in there) { unknown[substr($2, 1, 10)] = 1 }
        # What helps the one against the other.
        file == 3 && ($4 == "pas1" || $4 == "pas2") {
            desa = sprintf("3907%06d", $1)
            change = $4 == "pas1" ? $6 - $5 : $5 - $6
            if (change > 0) for_one[desa] += change
            else for_two[desa] -= change
        }
        END {
            for (desa in one) {
                first = one[desa] >= two[desa]
                lead = first ? one[desa] - two[desa] : two[desa] - one[desa]
                swing = first ? for_two[desa] : for_one[desa]
                if (unknown[desa]) word = "tidak-terbatas"
                else if (lead == 0) word = for_one[desa] + for_two[desa] ? "dapat-berubah" : "seri"
                else if (lead > swing) word = "pasti"
                else word = lead == swing ? "dapat-seri" : "dapat-berubah"
                print desa, first ? "s01" : "s02", first ? one[desa] : two[desa], word
            }
        }' a.csv b.csv "$folder/expected_differences.csv" | sort > known
    same "$region: order" known found
    cut -d '|' -f 4 found | sort | uniq -c
    cat bias.csv
done
