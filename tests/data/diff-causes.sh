# Two sources of the same TPS of 2019: the cells that differ are exactly those that were published,
# which of the two forms adds up is what awk makes of the same numbers, and so many differences are
# explained by so many causes.
. "$srcdir/tests/data/common.subr"
need sqlite3
data two-source-2019/bulungan two-source-2019/kutai-timur

# Whether the boxes of each form add up, for the forms in which some box differs, by awk.
soundness() {
    awk -F, '
        function sound(    both, total) {
            both = at["s01"] != "" && at["s02"] != "" && at["suara_sah"] != ""
            total = at["suara_sah"] != "" && at["suara_tidak_sah"] != "" && at["suara_total"] != ""
            return (both && at["s01"] + at["s02"] != at["suara_sah"]) ||
                (total && at["suara_sah"] + at["suara_tidak_sah"] != at["suara_total"]) ? 0 : 1
        }
        FNR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
        {
            for (name in column) at[name] = $column[name]
            print at["kode"], sound()
        }' "$1" | sort
}

for region in bulungan kutai-timur; do
    folder=$RECAP_DATA/two-source-2019/$region
    want 0 recap-import -q -c ppwp -s kawalpemilu "$folder/a_kawalpemilu.csv" > a.csv
    want 0 recap-import -q -c ppwp -s kpu "$folder/b_kpu_situng.csv" > b.csv
    want 1 recap-diff a.csv b.csv > diff.csv

    query diff.csv "select desa, tps, isian, nilai_a, nilai_b from t where aturan = 'D01'" |
        sort > found
    awk -F, -v OFS='|' 'BEGIN {
            box["pas1"] = "s01"; box["pas2"] = "s02"; box["sah"] = "suara_sah"
            box["tSah"] = "suara_tidak_sah"; box["jum"] = "suara_total"
        }
        NR > 1 { print $2, sprintf("%03d", $3), box[$4], $5, $6 }' \
        "$folder/expected_differences.csv" | sort > known
    same "$region: differences" known found

    # A form where every formula without a differing box holds is judged alike by both.
    soundness a.csv > a.sound
    soundness b.csv > b.sound
    join a.sound b.sound > both.sound
    query diff.csv "select kode, instr(keterangan, 'Hitungan kawalpemilu cocok') > 0,
        instr(keterangan, '; kpu cocok') > 0 or instr(keterangan, '; kpu juga cocok') > 0
        from t where aturan = 'D06'" | tr '|' ' ' | sort > found
    join both.sound found | awk '$2 > $4 || $3 > $5 { print "too hard on", $0 }' > wrong
    [ ! -s wrong ] || fail "$region: $(cat wrong)"
    join both.sound found | awk '$2 == $4 && $3 == $5 { n++ } END { print n + 0 }' > agree
    awk '{ print $2, $3 }' found | sort | uniq -c | awk '{ print $1, $2, $3 }' > sides
    {
        echo "adding up (number of forms, kawalpemilu, kpu):"
        cat sides
        echo "as awk says: $(cat agree) of $(wc -l < found)"
        echo "by cause:"
        query diff.csv "select count (*), aturan, sebab from t
            where aturan <> 'D06' group by aturan, sebab order by aturan, sebab" | tr '|' ' '
    } > found.$region
done
cat > known.bulungan << 'END'
adding up (number of forms, kawalpemilu, kpu):
1 0 1
16 1 0
as awk says: 16 of 17
by cause:
3 D01 
1 D01 angka-hilang
11 D01 angka-salah-baca
3 D01 kosong-nol
1 D02 
1 D04 
END
cat > known.kutai-timur << 'END'
adding up (number of forms, kawalpemilu, kpu):
11 0 0
9 0 1
59 1 0
1 1 1
as awk says: 80 of 80
by cause:
10 D01 
3 D01 angka-hilang
51 D01 angka-salah-baca
4 D01 baris-tertukar
5 D01 ikut-jumlah
4 D01 isian-baris-lain
12 D01 kosong-nol
1 D01 x-terbaca-angka
6 D02 
7 D02 halaman-kosong
1 D04 
2 D07 baris-tertukar
END
for region in bulungan kutai-timur; do
    same "$region: causes" known.$region found.$region
done
