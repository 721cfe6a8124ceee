# '-' and no file at all are standard input; '--' ends the options; .gz is read as it is; the order
# of options and operands makes no difference.
. "$srcdir/tests/io/lib.sh"
try() {
    run 0 1 -- "$tool" "$@"
    good=$status
    mv out plain

    status=0
    "$tool" $(echo " $*" | sed 's| A\.csv| -|') < A.csv > out 2> err || status=$?
    [ $status = $good ] || wrong "'-' gives status $status: $(head -n 1 err)"
    sed 's/<stdin>/A.csv/g' out | cmp -s - plain || wrong "'-' gives another result"

    status=0
    "$tool" $(echo " $*" | sed 's| A\.csv| A.csv.gz|') > out 2> err || status=$?
    [ $status = $good ] || wrong "A.csv.gz gives status $status: $(head -n 1 err)"
    sed 's/A\.csv\.gz/A.csv/g' out | cmp -s - plain || wrong "A.csv.gz gives another result"

    cp A.csv ./-A.csv
    status=0
    "$tool" $(echo " $*" | sed 's| A\.csv| -- -A.csv|') > out 2> err || status=$?
    [ $status = $good ] || wrong "'--' gives status $status: $(head -n 1 err)"
    # In the table the name has the apostrophe that keeps it from being a formula.
    sed "s/'-A\\.csv/A.csv/g" out | cmp -s - plain || wrong "'--' gives another result"
    rm ./-A.csv

    case $tool in
    recap-check | recap-effect | recap-sum | recap-resolve)
        status=0
        "$tool" $(echo " $*" | sed 's| A\.csv||') < A.csv > out 2> err || status=$?
        [ $status = $good ] || wrong "no file gives status $status: $(head -n 1 err)"
        sed 's/<stdin>/A.csv/g' out | cmp -s - plain || wrong "no file gives another result"
        ;;
    esac
}
make_inputs 5
gzip -k A.csv
for_each_tool try stdout
