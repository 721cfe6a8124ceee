# A sum knows from the register how many TPS there ought to be: a complete table is summed
# without a word; of each TPS that has no form, or a form without votes, the sum speaks and
# counts it.
. "$srcdir/tests/prop/common.subr"
need sqlite3
for seed in $seeds; do
    elect "$seed" e --desa 20 --tps 9 --special 4
    # A whole desa and every thirtieth form are missing; the votes of every fortieth are blank.
    awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) box[i] = $i ~ /^s0|^suara_/ }
        NR > 1 && (substr($2, 1, 10) == "3907122003" || NR % 30 == 0) { next }
        NR > 1 && NR % 40 == 0 { for (i = 1; i <= NF; i++) if (box[i]) $i = "" }
        { print }' e/plano.csv > some.csv
    for level in desa:10 kecamatan:6 kabko:4 provinsi:2 nasional:0; do
        digits=${level#*:} level=${level%:*}
        region="case $digits when 0 then '0' else substr (kode, 1, $digits) end"
        query e/register.csv "select $region, count (*) from t group by 1" | sort > known
        want 0 recap-sum --by $level -r e/register.csv e/plano.csv > sum.csv 2> err
        [ ! -s err ] || fail "seed $seed: by $level of a complete table: $(head -n 3 err)"
        query sum.csv "select kode, tps_terdaftar from t" | sort > found
        same "seed $seed: by $level: registered" known found
        query sum.csv "select kode, tps_masuk from t" | sort > found
        same "seed $seed: by $level: received" known found
        query sum.csv "select kode, tps_lengkap from t" | sort > found
        same "seed $seed: by $level: complete" known found

        want 1 recap-sum --by $level -r e/register.csv some.csv > sum.csv 2> err
        [ -s err ] || fail "seed $seed: by $level: nothing was said of what is missing"
        query some.csv "select $region, count (*), count (nullif (s01, '')),
            count (nullif (suara_sah, '')) from t group by 1" > counted
        awk -F '|' -v OFS='|' 'FILENAME == "known" { registered[$1] = $2; next }
            { print $1, registered[$1], $3, $4 }' known counted | sort > known-some
        query sum.csv "select kode, tps_terdaftar, tps_masuk, tps_lengkap from t" | sort > found
        same "seed $seed: by $level: with holes" known-some found
    done
done
