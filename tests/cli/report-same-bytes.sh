# The same input gives the same bytes, whatever the time zone, the locale, the order of the rows
# (from standard input: the annex of sources has the SHA-256 of a file, which depends on its order).
awk -v desa='16 3' -f "$srcdir/tests/cli/report-table.awk" > t.csv
recap-report -q -o a.xlsx t.csv
sleep 1
TZ=Asia/Jayapura recap-report -q -o b.xlsx t.csv
cmp a.xlsx b.xlsx
(head -n 1 t.csv; tail -n +2 t.csv | LC_ALL=C sort -r) > reversed.csv
recap-report -q -o e.xlsx < t.csv
recap-report -q -o b.xlsx < reversed.csv
cmp e.xlsx b.xlsx
SOURCE_DATE_EPOCH=1708394400 recap-report -q -o c.xlsx t.csv
SOURCE_DATE_EPOCH=1708394400 TZ=Asia/Jayapura recap-report -q -o d.xlsx t.csv
cmp c.xlsx d.xlsx
unzip -p c.xlsx docProps/core.xml | grep -o '2024-02-20T02:00:00Z' | sort -u
# A locale with a decimal comma.
if command -v localedef > path && localedef -i id_ID -f UTF-8 ./id_ID.UTF-8 2> log; then
    LOCPATH=$PWD LC_ALL=id_ID.UTF-8 recap-report -q -o b.xlsx t.csv
    cmp a.xlsx b.xlsx
fi
