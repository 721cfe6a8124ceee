# --help and -h, --version and -V print to standard output and end with 0; an option that is not
# there and a missing argument end with 2 and one line of advice, never the whole help.
. "$srcdir/tests/io/lib.sh"
try() {
    for option in --help -h; do
        run 0 -- "$tool" $option
        [ ! -s err ] || wrong "$option wrote to standard error"
        grep -q -e '--output=FILE' out || wrong "$option does not list --output=FILE"
    done
    for option in --version -V; do
        run 0 -- "$tool" $option
        [ ! -s err ] || wrong "$option wrote to standard error"
        [ "$(wc -l < out)" = 1 ] && grep -q "^$tool (recap) [0-9]" out || wrong "$option says: $(cat out)"
    done
    for option in --no-such-option -@ --output; do
        run 2 -- "$tool" $option
        [ ! -s out ] || wrong "$option wrote to standard output"
        [ "$(wc -l < err)" = 2 ] || wrong "$option gives $(wc -l < err) lines, not 2"
        grep -q "^$tool: " err || wrong "$option: no message"
        grep -Fqx "Try '$tool --help'." err || wrong "$option: no advice"
    done
    for option in --help --version; do
        status=0
        "$tool" $option > /dev/full 2> err || status=$?
        [ $status = 2 ] || wrong "$option to a full disk ends with $status"
    done
}
for_each_tool try
