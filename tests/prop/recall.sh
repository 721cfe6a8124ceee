# Of forty elections of every contest, with faults whose answers are known: every difference and
# every broken rule is found, nothing is said to be wrong that is right, and where the numbers can
# tell the cause of a difference it is named first nine times in ten. `make recall' has a thousand.
. "$srcdir/tests/recall/recall.subr"
measure "${ELECTIONS:-40}"

# none WHAT SQL: the query gives no row.
none() {
    ask "$2" > rows
    [ ! -s rows ] || fail "$1: $(head -n 3 rows)"
}

# share PERCENT WHAT SQL: of the rows, which are 0 or 1, so many in a hundred are 1.
share() {
    ask "select case when count(*) < 50 then 'only ' || count(*) when 100 * sum(it) >= $1 * count(*)
        then 'enough' else sum(it) || ' of ' || count(*) end from ($3)" > rows
    [ "$(cat rows)" = enough ] || fail "$2: $(cat rows), $1 % wanted"
}

none "differences that are not found" "select run, kode, jenis from faults where not found"
none "broken rules that are not found" "select run, kode, aturan, pada from mistakes where not found"
none "broken rules of Sirekap's form" "select run, kode, wanted from alone where not found"
none "galat on sound forms" "select run, kode, sumber_a, aturan, isian from wrong_galat"
none "differences that nobody planted" "select run, kode, aturan, isian from wrong_diff"
share 98 "findings about the whole form" "select said as it from faults where clear and temuan <> ''"
share 90 "cause first" "select first as it from faults where clear and any_cause <> ''"
share 98 "cause in the first three" "select three as it from faults where clear and any_cause <> ''"
