# What can still change, against sqlite3 saying the same; seats against awk, ties among them.
. "$srcdir/tests/prop/common.subr"
need sqlite3

cat > limits.sql << 'end'
.mode csv
.import plano.csv p
.import beda.csv f
CREATE TABLE v AS
    SELECT substr(kode, 1, 10) AS desa, kode, 's01' AS isian, CAST(s01 AS INT) AS n FROM p
    UNION ALL SELECT substr(kode, 1, 10), kode, 's02', CAST(s02 AS INT) FROM p
    UNION ALL SELECT substr(kode, 1, 10), kode, 's03', CAST(s03 AS INT) FROM p;
CREATE TABLE d AS
    SELECT kode, isian, min(CAST(nilai_a AS INT), CAST(nilai_b AS INT)) AS low,
        max(CAST(nilai_a AS INT), CAST(nilai_b AS INT)) AS high FROM f WHERE aturan = 'D01';
CREATE TABLE t AS
    SELECT p.kode AS kode,
        max(CAST(pengguna_total_j AS INT), CAST(surat_digunakan AS INT), CAST(suara_total AS INT),
            CAST(suara_sah AS INT), s01 + s02 + s03, coalesce(max(d.high), 0)) AS most
    FROM p LEFT JOIN d ON p.kode = d.kode
        AND d.isian IN ('pengguna_total_j', 'surat_digunakan', 'suara_total', 'suara_sah')
    GROUP BY p.kode;
CREATE TABLE b AS
    SELECT desa, v.kode AS kode, v.isian AS isian, n, min(n, coalesce(low, n)) AS low,
        max(n, coalesce(high, n)) AS high
    FROM v LEFT JOIN d ON v.kode = d.kode AND v.isian = d.isian;
CREATE TABLE w AS
    SELECT desa, isian, n, low, max(n, min(high, t.most - (
        SELECT sum(low) FROM b AS o WHERE o.kode = b.kode AND o.isian <> b.isian))) AS high
    FROM b JOIN t ON b.kode = t.kode;
SELECT desa, isian, sum(n), sum(low), sum(high) FROM w GROUP BY desa, isian ORDER BY desa, isian;
end

for seed in $seeds; do
    elect "$seed" e --desa 4 --tps 30,5,60,12 --faults 2
    "$builddir/recap-diff" -o all.csv e/plano.csv e/sirekap.csv || :
    grep -v ',D04,' all.csv > beda.csv
    cp e/plano.csv plano.csv
    recap-effect -F beda.csv --by=desa plano.csv > effect.csv || [ $? = 1 ]
    awk -F, 'NR > 1 { print $3 "," $9 "," $14 "," $15 "," $16 }' effect.csv | sort > actual
    sqlite3 :memory: < limits.sql | tr -d '\r' | sort > expected
    same "limits of seed $seed" expected actual

    # Who gains, from the same list.
    recap-effect -F beda.csv --bias plano.csv > bias.csv || [ $? = 1 ]
    awk -F, 'NR > 1 { print $7 "," $9 "," $10 "," $11 "," $12 }' bias.csv | sort > actual
    sqlite3 -csv :memory: ".import beda.csv f" "
        SELECT isian, sum(selisih > 0), sum(max(CAST(selisih AS INT), 0)), sum(selisih < 0),
            -sum(min(CAST(selisih AS INT), 0))
        FROM (SELECT isian, CAST(selisih AS INT) AS selisih FROM f
            WHERE aturan = 'D01' AND isian IN ('s01', 's02', 's03'))
        GROUP BY isian" | tr -d '\r' | sort > expected
    same "bias of seed $seed" expected actual
done

# Few votes make many ties; many votes make large quotients.
for seed in $seeds; do
    awk -v seed="$seed" 'BEGIN {
        srand(seed)
        printf "kontes,kode,sumber" > "dprd.csv"
        for (p = 1; p <= 9; p++)
            printf ",p%02d_j", p > "dprd.csv"
        print "" > "dprd.csv"
        print "kontes,dapil,kursi,kode" > "dapil.csv"
        for (d = 10; d < 90; d++) {
            print "pdprdk,39" d "01," 1 + int(12 * rand()) ",39" d > "dapil.csv"
            large = d % 3 ? 30 : 900
            for (t = 1; t <= 2; t++) {
                printf "pdprdk,39%d122001%03d,plano", d, t > "dprd.csv"
                for (p = 1; p <= 9; p++)
                    printf ",%d", int(large * rand()) > "dprd.csv"
                print "" > "dprd.csv"
            }
        }
    }'
    recap-effect --seats=dapil.csv dprd.csv > effect.csv || [ $? = 1 ]
    awk -F, 'NR > 1 { print $3 "," $9 "," $20 "," $21 "," $22 "," $23 }' effect.csv | sort > actual
    awk -F, '
        FNR == 1 { next }
        FILENAME == "dapil.csv" { seats[$4] = $3; next }
        { for (p = 1; p <= 9; p++) votes[substr($2, 1, 4), p] += $(p + 3) }
        END {
            for (d in seats) {
                # The value of the last quotient that has a seat: as many as there are seats are
                # not smaller.
                for (p = 1; p <= 9; p++)
                    for (k = 1; k <= seats[d]; k++)
                        quotient[p, k] = votes[d, p] / (2 * k - 1)
                last = -1
                for (p = 1; p <= 9; p++)
                    for (k = 1; k <= seats[d]; k++) {
                        n = 0
                        for (q = 1; q <= 9; q++)
                            for (j = 1; j <= seats[d]; j++)
                                n += quotient[q, j] > quotient[p, k]
                        if (n < seats[d] && (last < 0 || quotient[p, k] < last))
                            last = quotient[p, k]
                    }
                above = level = 0
                for (p = 1; p <= 9; p++)
                    for (k = 1; k <= seats[d]; k++) {
                        above += quotient[p, k] > last
                        level += quotient[p, k] == last
                    }
                tie = above + level > seats[d]
                for (p = 1; p <= 9; p++) {
                    own = more = 0
                    for (k = 1; k <= seats[d]; k++) {
                        own += quotient[p, k] > last || (!tie && quotient[p, k] == last)
                        more += tie && quotient[p, k] == last
                    }
                    printf "%s01,p%02d_j,%d,%s,%d,%d\n", d, p, own, more ? "ya" : "", own, own + more
                }
            }
        }' dapil.csv dprd.csv | sort > expected
    same "seats of seed $seed" expected actual
    grep -q ',ya,' actual || fail "no tie in seed $seed"
done
