# Patterns over TPS: seeded shifts between the contestants of one desa, in either direction as often as
# chance has it or all in one. Where the pattern is, and with which probability, is what awk makes of the
# differences, by sums of binomial coefficients.
. "$srcdir/tests/prop/common.subr"
need sqlite3
for seed in $seeds; do
    awk -v seed="$seed" 'BEGIN {
        srand(seed)
        head = "kontes,kode,sumber,desa,tps,s01,s02,s03,suara_sah"
        print head > "plano.csv"
        print head > "sirekap.csv"
        for (desa = 1; desa <= 30; desa++)
            for (tps = 1; tps <= 24; tps++) {
                for (i = 1; i <= 3; i++) v[i] = 40 + int(rand() * 60)
                key = sprintf("ppwp,390712%04d%03d", 2000 + desa, tps)
                place = sprintf("DESA %d,%03d", desa, tps)
                print key ",plano," place "," v[1] "," v[2] "," v[3] "," v[1] + v[2] + v[3] > "plano.csv"
                from = 1 + desa % 3
                to = 1 + (desa + 1) % 3
                if (tps <= desa - 3 && tps < 24) {
                    n = 11 + int(rand() * 9)
                    if (rand() < desa % 4 / 6) n = -n
                    v[from] -= n
                    v[to] += n
                }
                print key ",sirekap," place "," v[1] "," v[2] "," v[3] "," v[1] + v[2] + v[3] > "sirekap.csv"
            }
    }'
    want 1 recap-diff -o found.csv plano.csv sirekap.csv
    # One pair of boxes moves in each desa, and three in the kecamatan, which is seen only when no desa
    # holds nearly all; by construction none does.
    query found.csv "select x.isian || ' ' || y.isian, sum(x.selisih < 0), sum(x.selisih > 0)
        from t x join t y using (kode) where x.aturan = 'D01' and y.aturan = 'D01'
        and x.isian < y.isian and x.sebab <> '' and y.sebab <> '' and x.sebab || y.sebab in (
        'suara-bergesersuara-bergeser', 'baris-tertukarbaris-tertukar', 'tps-laintps-lain')
        group by 1" > pairs
    awk -F'|' '{
            m = NR
            n[NR] = $2 + $3
            k[NR] = $2 > $3 ? $2 : $3
        }
        END {
            for (p = 1; p <= m; p++) {
                t = s = 1
                for (i = 0; i < n[p] - k[p]; i++) {
                    t = t * (n[p] - i) / (i + 1)
                    s += t
                }
                rarity = 2 ^ (n[p] - 1) / s / m
                if (rarity > 1000000000) rarity = 1000000000
                if (rarity >= 100) printf "390712|%d|%d|%.3g\n", k[p], n[p], rarity
            }
        }' pairs | sort > known
    query found.csv "select kode, keterangan from t where aturan = 'D09' and length(kode) < 10" |
        sed 's/|.*1 : \([0-9]*\) (uji tanda dua arah, \([0-9]*\) dari \([0-9]*\) TPS.*/|\2|\3|\1/' |
        awk -F'|' '{ printf "%s|%s|%s|%.3g\n", $1, $2, $3, $4 }' | sort > found
    same "seed $seed: patterns" known found
done
