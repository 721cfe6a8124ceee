-- From the answer keys (kunci*.all) and the findings (diff.all, check.all) of many elections to
-- one row a planted fault.
create table kunci (run int, kontes, kode, isian, plano, sirekap, jenis, sebab, cara, temuan);
create table kunci_plano (run int, kontes, kode, isian, plano, seharusnya, jenis, aturan, pada);
create table kunci_sirekap (run int, kontes, kode, isian, seharusnya, sirekap, jenis, sebab,
    langgar int, perbaikan int);
create table kunci_pola (run int, kontes, kode, dari, ke, suara int, tps int);
create table diff (run int, kontes, kode, provinsi, kabko, kecamatan, desa, tps, aturan, tingkat,
    isian, sumber_a, nilai_a, sumber_b, nilai_b, selisih, sebab, keterangan, asal_a, asal_b);
create table periksa (run int, kontes, kode, provinsi, kabko, kecamatan, desa, tps, aturan, tingkat,
    isian, sumber_a, nilai_a, sumber_b, nilai_b, selisih, sebab, keterangan, asal_a, asal_b);
create table forms (run int, n_seeds int, n int);
.mode csv
.import kunci.all kunci
.import kunci-plano.all kunci_plano
.import kunci-sirekap.all kunci_sirekap
.import kunci-pola.all kunci_pola
.import diff.all diff
.import check.all periksa
.import forms.all forms
create index diff_place on diff (run, kode, isian);
create index periksa_place on periksa (run, kode);
create index kunci_place on kunci (run, kode);
create index plano_place on kunci_plano (run, kode);

-- One row a box that differs: what the finding about it says. A form that is blank as a whole has
-- one finding without a box. The place of a cause in the list of explanations: '2) its-word:'.
create table boxes as
select k.run, k.kode, k.jenis, k.isian, k.plano, k.sirekap, k.sebab, k.cara, k.temuan,
    d.kode is not null as found, d.keterangan, d.sebab as named,
    case when d.sebab = k.sebab then 1
    when k.sebab = '' or d.kode is null or instr(d.keterangan, ') ' || k.sebab || ':') = 0
        then 99
    else cast(replace(substr(d.keterangan, instr(d.keterangan, ') ' || k.sebab || ':') - 2, 2),
        ';', '') as int) end as place
from kunci k left join diff d on d.run = k.run and d.kode = k.kode and
    (d.isian = k.isian and d.nilai_a = k.plano and d.nilai_b = k.sirekap and
        d.aturan = case when k.isian = '' then case when k.jenis = 'tps-hilang' then 'D03'
            else 'D04' end when '?' in (k.plano, k.sirekap) then 'D05'
            when '' in (k.plano, k.sirekap) then 'D02' else 'D01' end or
    k.jenis = 'form-kosong' and d.isian = '' and d.aturan = 'D02');

create index boxes_place on boxes (run, kode);

-- One row a fault. It is clear when no other single cause makes the number of the plano into the
-- one that was read. Its cause is named by the finding about the whole (D07, D08, D10) if there
-- has to be one, else by that about each of its boxes; a sum that follows is a box of its own.
create table faults as
select run, kode, jenis, temuan, max(sebab) as any_cause, count(*) as n_boxes,
    min(found) as found, min(cara = sebab) as clear,
    min(place = 1 or sebab = '') as boxes_first, min(place <= 3 or sebab = '') as boxes_three,
    max(case when sebab <> 'ikut-jumlah' or jenis = 'ikut-jumlah' then sebab end) as cause
from boxes group by run, kode, jenis, temuan;
alter table faults add column said int;
alter table faults add column whole int;
update faults set
    said = not clear or (instr(temuan, 'D07') = 0 or exists (select 1 from diff d where d.run = faults.run and
            d.kode = faults.kode and d.aturan = 'D07')) and
        (instr(temuan, 'D08') = 0 or exists (select 1 from diff d where d.run = faults.run and
            d.kode = faults.kode and d.aturan = 'D08')) and
        (instr(temuan, 'D10') = 0 or exists (select 1 from diff d where d.run = faults.run and
            d.kode = faults.kode and d.aturan = 'D10')) and
        (instr(temuan, 'R23') = 0 or exists (select 1 from periksa p where p.run = faults.run and
            p.kode = faults.kode and p.aturan = 'R23')) and
        (instr(temuan, 'R29') = 0 or exists (select 1 from periksa p where p.run = faults.run and
            p.kode = faults.kode and p.aturan = 'R29' and p.sumber_a = 'sirekap')),
    whole = case when temuan glob '*D0[78]*' or temuan glob '*D10*' then exists (select 1
        from diff d where d.run = faults.run and d.kode = faults.kode and
        d.aturan in ('D07', 'D08', 'D10') and d.sebab = faults.cause) end;
alter table faults add column first int;
alter table faults add column three int;
update faults set first = max(coalesce(whole, 0), boxes_first),
    three = max(coalesce(whole, 0), boxes_three);

-- One row a mistake on the plano.
create table mistakes as
select distinct m.run, m.kode, m.jenis, m.aturan, m.pada,
    exists (select 1 from periksa p where p.run = m.run and p.kode = m.kode and
        p.aturan = m.aturan and p.sumber_a = 'plano' and p.isian = m.pada) as found
from kunci_plano m where m.aturan <> '';

-- One row a single wrong number that breaks a rule of Sirekap's form, seen without the plano: the
-- list of smallest corrections, 'BOX 27 menjadi 270 (why); sama mungkin: ...; dan 3 kemungkinan
-- lain.', and where the number of the plano is in it.
create table alone as
select s.run, s.kode, s.jenis, s.sebab, s.perbaikan, b.cara = s.sebab as clear,
    ' ' || s.sirekap || ' menjadi ' || s.seharusnya || ' ' as wanted,
    max(p.kode is not null) as found, max(p.sebab = s.sebab) as named,
    max(case when instr(p.keterangan, ' semua rumus: ') > 0
        then substr(p.keterangan, instr(p.keterangan, ' semua rumus: ') + 13) || '; ; ; ' end)
        as list
from kunci_sirekap s join boxes b on b.run = s.run and b.kode = s.kode and b.isian = s.isian
    left join periksa p on p.run = s.run and p.kode = s.kode and p.sumber_a = 'sirekap' and
    p.tingkat = 'galat'
where s.langgar > 0 group by s.run, s.kode;
alter table alone add column place int;
update alone set place = case
    when instr(substr(list, 1, instr(list, '; ')), wanted) > 0 then 1
    when instr(substr(list, 1, instr(list, '; ') + instr(substr(list, instr(list, '; ') + 2),
        '; ')), wanted) > 0 then 2
    when instr(list, wanted) > 0 then 3 else 99 end;

-- Findings that are false: of severity galat about a form in which nothing is wrong, and
-- differences that nobody planted.
create table wrong_galat as select p.* from periksa p where p.tingkat = 'galat' and not exists (
    select 1 from kunci_plano m where m.run = p.run and m.kode = p.kode) and not exists (select 1
    from kunci k where k.run = p.run and k.kode = p.kode and (p.sumber_a <> 'plano' or
    k.isian = '' or k.plano in ('', '?')));
create table wrong_diff as select d.* from diff d where d.aturan in ('D01', 'D02', 'D03', 'D04',
    'D05') and not exists (select 1 from boxes b where b.run = d.run and b.kode = d.kode and
    b.found and (b.isian = d.isian or b.jenis = 'form-kosong'));
create table wrong_whole as select d.* from diff d where d.aturan in ('D07', 'D08', 'D10') and
    not exists (select 1 from kunci k where k.run = d.run and k.kode = d.kode and
    instr(k.temuan, d.aturan) > 0);
