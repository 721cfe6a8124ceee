# Two kabupaten of Sirekap flattened to CSV by others, with column names of their own: every
# cell as awk reads it, and the sum of every desa.
. "$srcdir/tests/data/common.subr"
data sirekap-2024-ppwp/bulungan.csv sirekap-2024-ppwp/kutai-timur.csv
for name in bulungan kutai-timur; do
    file=$RECAP_DATA/sirekap-2024-ppwp/$name.csv
    n=$(($(wc -l < "$file") - 1))
    want 0 recap-import -c ppwp -s sirekap "$file" > imported.csv 2> err
    grep -q "read $n = imported $n + superseded 0 + rejected 0\$" err ||
        fail "the counts: $(cat err)"
    grep -q n_foto err || fail "nothing was said about the column n_foto"
    awk -F, -v OFS='|' 'NR == 1 {
            for (i = 1; i <= NF; i++) {
                name[i] = $i
                sub(/^dpt_/, "pemilih_dpt_", name[i])
                sub(/^pengguna_dptb_/, "pengguna_pindahan_", name[i])
                sub(/^pengguna_dpk_/, "pengguna_khusus_", name[i])
                sub(/^paslon_/, "s", name[i])
                box[i] = name[i] ~ /^(pemilih|pengguna|suara)_|^s0[1-3]$/
            }
            next
        }
        { for (i = 1; i <= NF; i++) if (box[i]) print $1, "sirekap", name[i], $i }' "$file" |
        sort > known
    melt imported.csv > found
    same "$name" known found

    # Some cells are blank: the sums say so and end with 1.
    want 1 recap-sum --by desa imported.csv > sums.csv 2> err
    [ -s err ] || fail "$name: nothing was said about blank cells"
    awk -F '|' -v OFS='|' '$4 != "" { sum[substr($1, 1, 10) OFS $2 OFS $3] += $4 }
        END { for (key in sum) print key, sum[key] }' known | sort > known-sums
    melt sums.csv | grep -v '|$' > found-sums
    same "$name: sums of desa" known-sums found-sums
done
