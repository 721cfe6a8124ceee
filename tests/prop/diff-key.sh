# recap-diff finds every fault of the answer key, and nothing else: the same cells and values
# as the key that was written when the faults were planted, and as a join made by sqlite3.
. "$srcdir/tests/prop/common.subr"
need sqlite3

# key FILE: what recap-diff must say about an answer key. A form without any number is one finding.
key() {
    query "$1" "with k as (select *, case when jenis = 'tps-hilang' then 'D03'
            when jenis = 'tps-tidak-dikenal' then 'D04' when '?' in (plano, sirekap) then 'D05'
            when '' in (plano, sirekap) then 'D02' else 'D01' end as aturan,
            jenis in ('form-kosong', 'plano-kosong') as kosong from t)
        select kode, isian, plano, sirekap, aturan from k where not kosong union all
        select distinct kode, '', '', '', aturan from k where kosong" | sort
}

# join A B: the same from the cells of the two tables.
join_cells() {
    melt "$1" > a
    melt "$2" > b
    rm -f diff.db
    sqlite3 -batch diff.db << 'SQL' > joined
create table a (kode, sumber, isian, nilai);
create table b (kode, sumber, isian, nilai);
.separator |
.import a a
.import b b
create temp table blank as select kode from a join b using (kode, isian) group by kode
    having (max (a.nilai) = '') <> (max (b.nilai) = '');
select kode, isian, a.nilai, b.nilai,
    case when '?' in (a.nilai, b.nilai) then 'D05' when '' in (a.nilai, b.nilai) then 'D02'
    else 'D01' end
from a join b using (kode, isian) where a.nilai <> b.nilai and kode not in (select kode from blank)
union all select kode, '', '', '', 'D02' from blank
union all select distinct kode, '', '', '', 'D03' from a where kode not in (select kode from b)
union all select distinct kode, '', '', '', 'D04' from b where kode not in (select kode from a);
SQL
    sort joined
}

# compare SEED OPTION...
compare() {
    seed=$1
    shift
    elect "$seed" e --desa 10 --tps 20 --special 1 "$@"
    want 1 recap-diff e/plano.csv e/sirekap.csv > found.csv
    query found.csv "select kode, isian, nilai_a, nilai_b, aturan from t
        where aturan between 'D01' and 'D05'" | sort > found
    key e/kunci.csv > known
    same "seed $seed $*: the key" known found
    join_cells e/plano.csv e/sirekap.csv > known
    same "seed $seed $*: the join" known found
}

for seed in $seeds; do
    compare "$seed" --faults 4 --mistakes 2
    compare "$seed" --damage
    for contest in pdpr pdpd pkwkk; do
        compare "$seed" --contest $contest --fault acak=60
    done
done
