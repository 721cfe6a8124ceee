# Closed streams, and a reader that goes away: a lost output is trouble, '| head' is none.
. "$srcdir/tests/io/lib.sh"
try() {
    status=0
    "$tool" "$@" >&- 2> err || status=$?
    [ $status = 2 ] || wrong "closed standard output gives status $status"
    want_message

    # Closed, but not needed.
    status=0
    "$tool" "$@" -o result.csv >&- <&- 2> err || status=$?
    [ $status -le 1 ] || wrong "-o with closed standard output gives status $status"
    "$tool" "$@" > expected 2> /dev/null || :
    cmp -s result.csv expected || wrong "closed streams change the result"

    # The reader takes one line and goes; SIGPIPE ends the tool without a word.
    { status=0; "$tool" "$@" 2> err || status=$?; echo $status > status; } | head -n 1 > line
    status=$(cat status)
    [ -s line ] || wrong "wrote nothing to a pipe"
    if [ "$(wc -c < expected)" -gt 1000000 ]; then
        [ "$status" = 141 ] || wrong "status $status when the reader goes away"
    fi
    ! grep -i -e 'broken pipe' -e 'cannot write' err || wrong "complains about a reader that went away"
}
make_inputs 20000
for_each_tool try stdout
