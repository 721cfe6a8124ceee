# Every code of data/rules.conf has its smallest input in tests/errors, and it provokes that code.
status=0
for code in $(sed -n 's/^\[\([A-Z][0-9]*\)\]$/\1/p' "$srcdir/data/rules.conf"); do
    if ! grep -q ",$code," "$srcdir/tests/errors/$code.stdout"; then
        echo "tests/errors/$code does not provoke $code"
        status=1
    fi
done
exit $status
