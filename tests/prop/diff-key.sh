# recap-diff finds every fault of the answer key, and nothing else: the same cells and values as the
# key that was written when the faults were planted, and as a join made by sqlite3.
. "$srcdir/tests/prop/common.subr"
need sqlite3
# The code that a row of the key calls for.
kind="with k as (select *, case when jenis = 'tps-hilang' then 'D03'
    when jenis = 'tps-tidak-dikenal' then 'D04' when '?' in (plano, sirekap) then 'D05'
    when '' in (plano, sirekap) then 'D02' else 'D01' end as aturan from t)"
for seed in $seeds; do
    elect "$seed" e --desa 10 --tps 16 --special 1 --faults 3 --mistakes 2
    want 1 recap-diff e/plano.csv e/sirekap.csv > found.csv
    query found.csv "select kode, isian, nilai_a, nilai_b, aturan from t
        where aturan between 'D01' and 'D05'" | sort > found
    query e/kunci.csv "$kind
        select kode, isian, plano, sirekap, aturan from k where jenis <> 'form-kosong' union all
        select distinct kode, '', '', '', 'D02' from k where jenis = 'form-kosong'" | sort > key
    same "seed $seed: the key" key found

    melt e/plano.csv > a
    melt e/sirekap.csv > b
    rm -f diff.db
    sqlite3 -batch diff.db > joined.unsorted << 'SQL'
create table a (kode, sumber, isian, nilai);
create table b (kode, sumber, isian, nilai);
.separator |
.import a a
.import b b
-- Without one cell on one side only.
create temp table blank as select kode from a join b using (kode, isian) group by kode
    having (max (a.nilai) = '') <> (max (b.nilai) = '');
select a.kode, a.isian, a.nilai, b.nilai,
    case when '?' in (a.nilai, b.nilai) then 'D05' when '' in (a.nilai, b.nilai) then 'D02'
    else 'D01' end
from a join b using (kode, isian) where a.nilai <> b.nilai and kode not in (select kode from blank)
union all select kode, '', '', '', 'D02' from blank
union all select distinct kode, '', '', '', 'D03' from a where kode not in (select kode from b)
union all select distinct kode, '', '', '', 'D04' from b where kode not in (select kode from a);
SQL
    sort joined.unsorted > joined
    same "seed $seed: the join" joined found
done
