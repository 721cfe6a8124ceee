# Four sources of the same TPS side by side, 2019: which cells sources disagree about, who is the
# authority by precedence, and how many cells are right, are what awk makes of the same file. Two saved
# times of the Pilkada tables: what changed. Two sources of 2019: votes that moved.
. "$srcdir/tests/data/common.subr"
need sqlite3
data multi-source-2019 pilkada-2024 two-source-2019/bulungan two-source-2019/kutai-timur

raw=$RECAP_DATA/multi-source-2019/kalimantan-utara.csv.gz
for source in kpu kawalpemilu kawalpilpres; do
    want 0 recap-import -q -c ppwp -p kpu-data-2019 -s $source -o $source.csv "$raw"
done
want 1 recap-diff -o diff.csv --accuracy accuracy.csv --precedence kawalpemilu,kpu,kawalpilpres \
    kpu.csv kawalpilpres.csv kawalpemilu.csv

# The same from the raw file. Both numbers 0: the source has nothing of this TPS.
zcat "$raw" | awk -F, '
    NR == 1 { name[1] = "kawalpemilu"; name[2] = "kpu"; name[3] = "kawalpilpres"; next }
    {
        at[1] = 8; at[2] = 6; at[3] = 10
        authority = 0
        for (i = 1; i <= 3; i++) {
            has[i] = $(at[i]) + $(at[i] + 1) > 0
            if (has[i] && !authority) authority = i
        }
        if (!authority) next
        for (box = 0; box <= 1; box++) {
            right = $(at[authority] + box) + 0
            differ = n = 0
            for (i = 1; i <= 3; i++) {
                n += has[i]
                if (i == authority) continue
                value = $(at[i] + box) + 0
                pair = name[authority] "|" name[i]
                if (!has[i]) silent[pair]++
                else if (value == right) equal[pair]++
                else { unequal[pair]++; differ = 1 }
                pairs[pair]
            }
            all += n == 3 && differ
        }
    }
    END {
        for (pair in pairs)
            print pair "|" equal[pair] + 0 "|" unequal[pair] + 0 "|" silent[pair] + 0
        print "D11 " all
    }' | sort > known
{
    query accuracy.csv "select sumber_a, sumber_b, sama, berbeda, tanpa_angka from t
        where kode = '0' and isian <> ''"
    query diff.csv "select 'D11 ' || count(*) from t where aturan = 'D11'"
} | sort > found
same "four sources" known found
query accuracy.csv "select sumber_a, sumber_b, sum(sama), sum(berbeda), sum(tanpa_angka) from t
    where kode <> '0' group by 1, 2" | sort > found
grep -v D11 known > cells
same "four sources, by desa" cells found

# What changed between two times.
folder=$RECAP_DATA/pilkada-2024
for place in 32_3216 65_6501; do
    for time in 0123_9e11531 1225_481f1a6; do
        want 0 recap-import -q -c pkwkp -s sirekap --candidates "$folder/paslon-pkwkp.json" \
            -o $time.csv "$folder/pkwkp_${place}__2024-11-28T$time.json"
    done
    want 0 recap-diff --history -o history.csv 1225_481f1a6.csv 0123_9e11531.csv
    query history.csv "select kode, isian, nilai_a, nilai_b from t where aturan = 'D12'" | sort > found
    awk -F, '
        FNR == 1 { for (i = 1; i <= NF; i++) name[i] = $i; next }
        {
            for (i = 15; i <= NF; i++)
                if (NR == FNR) old[$2, i] = $i
                else if (old[$2, i] != $i) print $2 "|" name[i] "|" old[$2, i] "|" $i
        }' 0123_9e11531.csv 1225_481f1a6.csv | sort > known
    same "$place: changes" known found
done

# Votes that moved between the two candidates while the sum, where both have it, stayed right.
for region in bulungan kutai-timur; do
    folder=$RECAP_DATA/two-source-2019/$region
    want 0 recap-import -q -c ppwp -s kawalpemilu -o a.csv "$folder/a_kawalpemilu.csv"
    want 0 recap-import -q -c ppwp -s kpu -o b.csv "$folder/b_kpu_situng.csv"
    want 1 recap-diff -o diff.csv a.csv b.csv
    query diff.csv "select x.kode from t x join t y using (kode)
        where x.isian = 's01' and y.isian = 's02' and x.aturan = 'D01' and y.aturan = 'D01'
        and x.selisih + y.selisih = 0
        and not (x.nilai_a = y.nilai_b and x.nilai_b = y.nilai_a)" | sort > known
    query diff.csv "select kode from t where aturan = 'D08'" | sort > found
    same "$region: votes that moved" known found
done
