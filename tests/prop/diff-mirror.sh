# diff (b, a) is diff (a, b) seen from the other side: a TPS missing here is unknown there,
# the values change places, selisih changes its sign.
. "$srcdir/tests/prop/common.subr"
need sqlite3
for seed in $seeds; do
    elect "$seed" e --desa 10 --tps 14 --special 2 --faults 2 --mistakes 1
    want 1 recap-diff e/plano.csv e/sirekap.csv > ab.csv
    want 1 recap-diff e/sirekap.csv e/plano.csv > ba.csv
    columns="kode, provinsi, kabko, kecamatan, desa, tps, isian"
    only="where aturan between 'D01' and 'D05'"
    query ab.csv "select aturan, $columns, sumber_a, nilai_a, sumber_b, nilai_b, selisih,
        asal_a, asal_b from t $only" | sort > ab
    query ba.csv "select case aturan when 'D03' then 'D04' when 'D04' then 'D03' else aturan end,
        $columns, sumber_b, nilai_b, sumber_a, nilai_a,
        case selisih when '' then '' else -selisih end, asal_b, asal_a from t $only" | sort > ba
    [ -s ab ] || fail "seed $seed: no differences at all"
    same "seed $seed" ab ba
done
