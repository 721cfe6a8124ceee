-- The table of tests/README.md, from recall.db. A share is cut off, never rounded up.
.mode list
.separator ''
create temp view shares as
select *, case when n_clear = 0 then '' else printf('%d.%d %%', 100 * n_first / n_clear,
        1000 * n_first / n_clear % 10) end as first_share,
    case when n_clear = 0 then '' else printf('%d.%d %%', 100 * n_three / n_clear,
        1000 * n_three / n_clear % 10) end as three_share,
    case when n_unclear = 0 then '' else printf('%d.%d %%', 100 * n_unclear_three / n_unclear,
        1000 * n_unclear_three / n_unclear % 10) end as unclear_share
from (select *, n_judged - n_clear as n_unclear from (
    select 1 as part, jenis, count(*) as n, sum(n_boxes) as n_boxes, sum(found) as n_found,
        sum(said) as n_said, sum(any_cause <> '') as n_judged,
        sum(clear and any_cause <> '') as n_clear,
        sum(clear and first and any_cause <> '') as n_first,
        sum(clear and three and any_cause <> '') as n_three,
        sum(not clear and three and any_cause <> '') as n_unclear_three
    from faults group by jenis
    union all select 2, '**all**', count(*), sum(n_boxes), sum(found), sum(said),
        sum(any_cause <> ''), sum(clear and any_cause <> ''),
        sum(clear and first and any_cause <> ''), sum(clear and three and any_cause <> ''),
        sum(not clear and three and any_cause <> '') from faults));

select printf('%d seeds, %d forms on paper, %d faults between plano and Sirekap, %d mistakes on the
plano. False findings: %d of severity galat on the forms in which nothing is wrong, %d differences
that nobody planted.', (select sum(n_seeds) from forms), (select sum(n) from forms),
    (select count(*) from faults), (select count(*) from mistakes),
    (select count(*) from wrong_galat), (select count(*) from wrong_diff));
select '';
select '| between plano and Sirekap | planted | boxes | found | finding of the whole | clear | cause first | in first three | not clear | in first three |';
select '|---|---|---|---|---|---|---|---|---|---|';
select printf('| %s | %d | %d | %d | %d | %s | %s | %s | %s | %s |', jenis, n, n_boxes, n_found,
    n_said, case n_judged when 0 then '' else n_clear end, first_share, three_share,
    case n_judged when 0 then '' else n_unclear end, unclear_share)
from shares order by part, jenis;
select '';
select '| on the plano | broken | found |';
select '|---|---|---|';
select printf('| %s%s | %d | %d |', jenis, case when jenis = aturan then '' else ' (' || aturan ||
    ')' end, count(*), sum(found)) from mistakes group by jenis order by jenis;
select '';
select '| Sirekap alone | rules broken | found | one box can be wrong | right correction first | several can | right one in first three |';
select '|---|---|---|---|---|---|---|';
select printf('| %s | %d | %d | %d | %s | %d | %s |', jenis, n, n_found, n_one,
    case n_one when 0 then '' else printf('%d.%d %%', 100 * n_one_first / n_one,
        1000 * n_one_first / n_one % 10) end, n - n_one,
    case n - n_one when 0 then '' else printf('%d.%d %%', 100 * n_more_three / (n - n_one),
        1000 * n_more_three / (n - n_one) % 10) end)
from (select 1 as part, jenis, count(*) as n, sum(found) as n_found, sum(perbaikan = 1) as n_one,
        sum(perbaikan = 1 and place = 1) as n_one_first,
        sum(perbaikan <> 1 and place <= 3) as n_more_three from alone group by jenis
    union all select 2, '**all**', count(*), sum(found), sum(perbaikan = 1),
        sum(perbaikan = 1 and place = 1), sum(perbaikan <> 1 and place <= 3) from alone)
order by part, jenis;
select '';
select '| cause named first | boxes whose cause is clear | right |';
select '|---|---|---|';
select printf('| %s | %d | %d.%d %% |', case when named = '' then '(none)' else named end, count(*),
    100 * sum(place = 1) / count(*), 1000 * sum(place = 1) / count(*) % 10)
from boxes where sebab <> '' and cara = sebab and found group by named order by named;
select '';
select '| finding of the whole | said | planted so | rows exchanged or votes moved: not clear | else |';
select '|---|---|---|---|---|';
select printf('| %s | %d | %d | %d | %d |', aturan, count(*), sum(so), sum(not so and unclear),
    sum(not so and not unclear))
from (select d.aturan,
        exists (select 1 from kunci k where k.run = d.run and k.kode = d.kode and
            instr(k.temuan, d.aturan) > 0) as so,
        exists (select 1 from kunci k where k.run = d.run and k.kode = d.kode and
            instr(k.cara, 'baris-tertukar') > 0 and instr(k.cara, 'suara-bergeser') > 0) as unclear
    from diff d where d.aturan in ('D07', 'D08', 'D10'))
group by aturan order by aturan;
