# Tools that write a file only: it is there complete or not at all, and what was there before stays
# when something fails.
. "$srcdir/tests/io/lib.sh"
try() {
    inputs='A.csv B.csv D.csv'
    run 0 1 -- "$tool" "$@" -o result.xlsx
    [ ! -s out ] || wrong "wrote to standard output"
    [ -s result.xlsx ] || wrong "wrote nothing"
    rm -f result.xlsx
    want_left $inputs
    mkdir folder.xlsx
    for bad in missing/result.xlsx folder.xlsx; do
        run 2 -- "$tool" "$@" -o "$bad"
        want_message
        want_left $inputs folder.xlsx
    done
    rmdir folder.xlsx
    run 2 -- "$tool" "$@"
    want_message
    run 2 -- "$tool" "$@" -o result.doc
    want_message
    want_left $inputs

    echo old > result.xlsx
    set -- $(echo "$@" | sed 's/A\.csv/missing.csv/')
    run 2 -- "$tool" "$@" -o result.xlsx
    [ "$(cat result.xlsx)" = old ] || wrong "an old result was lost"
    rm -f result.xlsx
    want_left $inputs
}
mkdir work
cd work
make_inputs 5
for_each_tool try file
