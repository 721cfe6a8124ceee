# The page has the same bytes whatever the time zone, the locale, the order of rows, tables and
# findings' files, and does not know when it was made.
awk -v desa='3 2' -f "$srcdir/tests/cli/report-table.awk" > plano.csv
sed 's/,plano,/,sirekap,/; s/,12\([0-9]\),/,21\1,/' plano.csv > sirekap.csv
recap-diff -q -o diff.csv plano.csv sirekap.csv || [ $? = 1 ]
recap-check -q -o check.csv sirekap.csv || [ $? = 1 ]
recap-report -q -F diff.csv -F check.csv -o a.html plano.csv sirekap.csv
sleep 1
TZ=Asia/Jayapura SOURCE_DATE_EPOCH=1708394400 \
    recap-report -q -F check.csv -F diff.csv -o b.html sirekap.csv plano.csv
cmp a.html b.html
# Rows in another order are other lines, which the page names as origins.
for table in plano sirekap; do
    (head -n 1 $table.csv; tail -n +2 $table.csv | LC_ALL=C sort -r) > reversed-$table.csv
    mv reversed-$table.csv $table.csv
done
recap-report -q -F diff.csv -F check.csv -o b.html plano.csv sirekap.csv
strip() { sed 's/\.csv:[0-9]*/.csv/g' "$1"; }
strip a.html > a
strip b.html > b
cmp a b
if command -v localedef > path && localedef -i id_ID -f UTF-8 ./id_ID.UTF-8 2> log; then
    LOCPATH=$PWD LC_ALL=id_ID.UTF-8 recap-report -q -F diff.csv -F check.csv -o c.html plano.csv \
        sirekap.csv
    cmp b.html c.html
fi
