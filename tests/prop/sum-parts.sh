# The sum of the parts is the total: at every level as sqlite3 adds up, in shards made at
# random, and from level to level.
. "$srcdir/tests/prop/common.subr"
need sqlite3

everything="update t set asal = ''; select * from t"

# sums LEVEL DIGITS FILE: sqlite3's sums of a molten table, molten.
sums() {
    rm -f sums.db
    sqlite3 -batch sums.db > sums.unsorted << SQL
create table t (kode, sumber, isian, nilai integer);
.separator |
.import $3 t
select case '$1' when 'nasional' then '0' else substr (kode, 1, $2) end as wilayah, sumber, isian,
    sum (nilai) from t group by wilayah, sumber, isian;
SQL
    sort sums.unsorted
}

for seed in $seeds; do
    elect "$seed" e --desa 30 --tps 9 --special 4
    melt e/plano.csv > cells
    last=e/plano.csv
    # Shards: each TPS falls into one of four by chance.
    rm -f shard.*.csv
    shuffle "$seed" e/plano.csv | awk '
        NR == 1 { for (i = 0; i < 4; i++) print > ("shard." i ".csv"); next }
        { state = (state * 16807 + 11) % 2147483647; print > ("shard." state % 4 ".csv") }'
    for level in desa:10 kecamatan:6 kabko:4 provinsi:2 nasional:1; do
        digits=${level#*:} level=${level%:*}
        want 0 recap-sum --by $level e/plano.csv > total.csv
        melt total.csv > found
        sums $level "$digits" cells > known
        [ -s known ] || fail "seed $seed: sqlite3 added up nothing"
        same "seed $seed: by $level" known found

        want 0 recap-sum --by $level "$last" > ladder.csv
        # Only asal, the file that was added up, may differ.
        for file in total ladder; do query $file.csv "$everything" > $file.rows; done
        same "seed $seed: by $level from the level below" total.rows ladder.rows
        for i in 0 1 2 3; do
            want 0 recap-sum --by $level shard.$i.csv > part.$i.csv
        done
        last=ladder.$level.csv
        cp ladder.csv "$last"
    done
    # The national sums of shards, added up by awk.
    melt total.csv > known
    for i in 0 1 2 3; do melt part.$i.csv; done |
        awk -F '|' -v OFS='|' '{ sum[$1 OFS $2 OFS $3] += $4 }
            END { for (key in sum) print key, sum[key] }' |
        sort > found
    same "seed $seed: shards" known found
done
