# Prints the tables of what recap finds of planted faults; UPDATE=1 writes them into tests/README.md.
# Run by `make recall'; ELECTIONS says how many there are.
. "$srcdir/tests/recall/recall.subr"
measure "${ELECTIONS:-1000}"
sqlite3 -batch recall.db < "$srcdir/tests/recall/table.sql" > table
if [ "${UPDATE:-0}" != 1 ]; then
    cat table
    exit
fi
awk 'FNR == NR { table = table $0 "\n"; next }
    /^<!-- end -->$/ { on = 0 }
    !on
    /^<!-- recall -->$/ { on = 1; printf "%s", table }' table "$srcdir/tests/README.md" > README.md
cp README.md "$srcdir/tests/README.md"
