# Input that is missing, a folder, empty, not a table or fails while it is read is trouble, named.
. "$srcdir/tests/io/lib.sh"
# with BAD OPERANDS...: runs the tool with BAD in the place of A.csv
with() {
    bad=$1
    shift
    output=
    grep -q "^$tool  *file " "$srcdir/tests/io/tools" && output='-o result.xlsx'
    run 2 -- "$tool" $output $(echo " $*" | sed "s| A\.csv| $bad|")
    want_message
    [ ! -s out ] || wrong "$bad: wrote to standard output"
    [ ! -e result.xlsx ] || wrong "$bad: wrote a file"
}
try() {
    for bad in missing.csv missing/A.csv A.csv/A.csv empty.csv header.gz binary.csv; do
        with $bad "$@"
        grep -Fq "$bad" err || wrong "does not name $bad: $(head -n 1 err)"
    done
    # recap-import reads folders.
    if [ "$tool" != recap-import ]; then
        with folder "$@"
        grep -Fq "'folder' is a folder" err || wrong "does not say that it is a folder"
    fi
    # It can be opened, but reading its first byte fails.
    if [ -r /proc/self/mem ]; then
        with /proc/self/mem "$@"
        grep -Fq '/proc/self/mem' err || wrong "does not name the file that cannot be read"
    fi
    if [ "$(id -u)" != 0 ]; then
        with secret.csv "$@"
        grep -Fq secret.csv err || wrong "does not name the file that may not be read"
    fi
}
make_inputs 5
mkdir folder
: > empty.csv
gzip -c A.csv | head -c 40 > header.gz
head -c 3000 "$builddir/recap-check" > binary.csv
cp A.csv secret.csv
chmod 000 secret.csv
for_each_tool try
