# -o FILE holds just what standard output would have had; a device is written, not replaced, nor is the
# file that a shell opened for /dev/stdout; a folder that does not exist, a folder and a name that
# cannot be made are trouble; nothing is left behind, and what was there before stays when something
# fails.
. "$srcdir/tests/io/lib.sh"
try() {
    inputs='A.csv B.csv D.csv'
    run 0 1 -- "$tool" "$@"
    good=$status
    mv out ../standard-output
    mv err ../standard-error
    run $good -- "$tool" "$@" -o result.csv
    [ ! -s out ] || wrong "-o, but also standard output"
    cmp -s result.csv ../standard-output || wrong "-o FILE and standard output differ"
    cmp -s err ../standard-error || wrong "-o changes the messages"
    run $good -- "$tool" --output=again.csv "$@"
    cmp -s again.csv result.csv || wrong "--output and -o differ"
    rm -f result.csv again.csv
    want_left $inputs

    run $good -- "$tool" "$@" -o /dev/null
    [ -c /dev/null ] || wrong "replaced /dev/null by a file"
    run $good -- "$tool" "$@" -o /dev/stdout
    cmp -s out ../standard-output || wrong "-o /dev/stdout did not write to standard output"
    for bad in missing/result.csv . /dev/null/x; do
        run 2 -- "$tool" "$@" -o "$bad"
        [ ! -s out ] || wrong "-o $bad wrote to standard output"
        want_message
        want_left $inputs
    done

    # Input that cannot be read: the old result is not touched.
    echo old > result.csv
    set -- $(echo "$@" | sed 's/A\.csv/missing.csv/')
    run 2 -- "$tool" "$@" -o result.csv
    [ "$(cat result.csv)" = old ] || wrong "an old result was lost"
    rm -f result.csv
    want_left $inputs
}
mkdir work
cd work
make_inputs 5
for_each_tool try stdout
