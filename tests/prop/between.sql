-- Works out anew what several forms say together, from the words of the rules: the table t has the
-- rows of a recap table, all text. Prints kontes|kode|sumber_a|aturan|isian|nilai_a|sumber_b|nilai_b.
create table form as
    select *, kontes like 'pdpr%' as p, case when kontes like 'pdpr%' then p01 else s01 end as v1,
        case when kontes like 'pdpr%' then p02 else s02 end as v2,
        case when kontes like 'pdpr%' then p03 else s03 end as v3 from t;
create view cell as
    select kontes, kode, sumber, 'pemilih_dpt_j' as isian, pemilih_dpt_j as nilai from form
    union all select kontes, kode, sumber, 'pengguna_pindahan_j', pengguna_pindahan_j from form
    union all select kontes, kode, sumber, 'pengguna_total_j', pengguna_total_j from form
    union all select kontes, kode, sumber, case when p then 'p01' else 's01' end, v1 from form
    union all select kontes, kode, sumber, case when p then 'p02' else 's02' end, v2 from form
    union all select kontes, kode, sumber, case when p then 'p03' else 's03' end, v3 from form;
create table number as
    select *, cast (nilai as integer) as n from cell where nilai <> '' and nilai <> '?';
create index number_key on number (kode, sumber, isian);
create view station as select * from number where length (kode) > 10;

-- R19: the first of the contests with a number is what the others are held against.
create table equal_order (kontes text, place integer);
insert into equal_order values ('ppwp', 1), ('pdpr', 2), ('pdpd', 3), ('pdprdp', 4), ('pdprdk', 5);
select a.kontes, a.kode, a.sumber, 'R19', a.isian, a.n, b.kontes, b.n
    from station a join equal_order x on x.kontes = a.kontes
    join station b on b.kode = a.kode and b.sumber = a.sumber and b.isian = a.isian
    join equal_order y on y.kontes = b.kontes
    where a.isian in ('pemilih_dpt_j', 'pengguna_total_j') and a.n <> b.n and y.place =
        (select min (z.place) from station c join equal_order z on z.kontes = c.kontes
            where c.kode = a.kode and c.sumber = a.sumber and c.isian = a.isian);

-- R20: not more than anybody of the nearest rank before that has a number.
create table bound_order (kontes text, place integer);
insert into bound_order values ('ppwp', 1), ('pdpr', 2), ('pdpd', 2), ('pdprdp', 3), ('pdprdk', 4);
select a.kontes, a.kode, a.sumber, 'R20', a.isian, a.n, b.kontes, b.n
    from station a join bound_order x on x.kontes = a.kontes
    join station b on b.kode = a.kode and b.sumber = a.sumber and b.isian = a.isian
    join bound_order y on y.kontes = b.kontes
    where a.isian = 'pengguna_pindahan_j' and a.n > b.n and y.place =
        (select max (z.place) from station c join bound_order z on z.kontes = c.kontes
            where c.kode = a.kode and c.sumber = a.sumber and c.isian = a.isian
            and z.place < x.place);

-- R27: the votes of an earlier TPS of the desa.
create table votes as
    select kontes, kode, sumber, substr (kode, 1, 10) as desa, v1 || ',' || v2 || ',' || v3 as vector
    from form where length (kode) = 13 and v1 <> '?' and v2 <> '?' and v3 <> '?'
        and v1 > '0' and v2 > '0' and v3 > '0';
select distinct a.kontes, a.kode, a.sumber, 'R27', '', '', a.sumber, ''
    from votes a join votes b on a.kontes = b.kontes and a.sumber = b.sumber
        and a.desa = b.desa and a.vector = b.vector and a.kode > b.kode;

-- R24: the parts of a total are the largest regions in it that the source has a row of.
create table part as
    select x.rowid as total, y.rowid as row, y.sumber as sumber
    from form x join form y on x.kontes = y.kontes and x.kode <> y.kode and length (x.kode) <= 10
        and (x.kode = '0' or substr (y.kode, 1, length (x.kode)) = x.kode)
    where not exists (select 1 from form z where z.kontes = x.kontes and z.sumber = y.sumber
        and z.kode <> x.kode and z.kode <> y.kode and z.kode <> '0'
        and (x.kode = '0' or substr (z.kode, 1, length (x.kode)) = x.kode)
        and length (z.kode) <= 10 and substr (y.kode, 1, length (z.kode)) = z.kode);
delete from part where exists (select 1 from part o join form x on x.rowid = o.total
    where o.total = part.total and o.sumber = x.sumber and part.sumber <> x.sumber);
create table pair as
    select total, part.sumber,
        max (length (kode) <= 10 and tps_masuk = '') as received_unknown,
        sum (case when length (t.kode) <= 10 then cast (tps_masuk as integer)
            else v1 glob '[0-9]*' or v2 glob '[0-9]*' or v3 glob '[0-9]*' end) as received,
        max (length (kode) <= 10 and tps_masuk = '' and tps_terdaftar = '') as present_unknown,
        sum (case when length (t.kode) > 10 then 1 when tps_masuk <> '' then tps_masuk
            else cast (tps_terdaftar as integer) end) as present
    from part join form t on t.rowid = part.row group by total, part.sumber;
alter table pair add column complete integer;
update pair set complete = (select case
    when t.tps_masuk <> '' and not received_unknown and received = t.tps_masuk + 0 then 1
    when t.tps_masuk <> '' and not received_unknown and received < t.tps_masuk + 0 then 0
    when t.tps_terdaftar <> '' and not present_unknown and present < t.tps_terdaftar + 0 then 0
    else 1 end from form t where t.rowid = total);
select t.kontes, kode, t.sumber, 'R24', '', '', pair.sumber, '' from pair join form t on t.rowid = total
    where not complete;
create table added as
    select pair.total, pair.sumber, cell.isian, sum (cell.nilai in ('', '?')) as n_blank,
        sum (cast (cell.nilai as integer)) as sum
    from pair join part on part.total = pair.total and part.sumber = pair.sumber
    join form t on t.rowid = part.row
    join cell on cell.kontes = t.kontes and cell.kode = t.kode and cell.sumber = t.sumber
    where complete group by 1, 2, 3;
select t.kontes, t.kode, t.sumber, 'R24', added.isian, n, added.sumber, sum
    from added join form t on t.rowid = total join number on number.kontes = t.kontes
    and number.kode = t.kode and number.sumber = t.sumber and number.isian = added.isian
    where n_blank = 0 and n <> sum;
select distinct t.kontes, t.kode, t.sumber, 'R24', '', '', added.sumber, ''
    from added join form t on t.rowid = total join number on number.kontes = t.kontes
    and number.kode = t.kode and number.sumber = t.sumber and number.isian = added.isian
    where n_blank > 0;
