# A full disk is trouble, said in words, whether the output is small or larger than every buffer.
. "$srcdir/tests/io/lib.sh"
[ -c /dev/full ] || { echo "no /dev/full"; exit 77; }
try() {
    status=0
    "$tool" "$@" > /dev/full 2> err || status=$?
    [ $status = 2 ] || wrong "a full disk gives status $status"
    want_message
    run 2 -- "$tool" "$@" -o /dev/full
    want_message
    [ -c /dev/full ] || wrong "replaced /dev/full by a file"
}
# A long table for a long output; a sum is short.
make_inputs 3000
for_each_tool try stdout
