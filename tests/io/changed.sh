# A file that another program writes to while it is read: nothing of old and new gets mixed, the
# message names it. The second table is a pipe: as long as nobody writes to it, the first one, which
# is open by then, can be changed.
. "$srcdir/tests/io/lib.sh"
make_inputs 40000
[ "$(wc -c < A.csv)" -gt 1000000 ] || exit 99
mkfifo pipe
for change in grown shorter replaced; do
    cp A.csv old.csv
    status=0
    recap-diff old.csv pipe > out 2> err &
    exec 3> pipe
    case $change in
    grown) echo 'ppwp,3299019999001,plano,X,001,1,1,1,1,1,1,1' >> old.csv ;;
    shorter) head -c 500000 A.csv > old.csv ;;
    replaced) cp B.csv new.csv && mv new.csv old.csv ;;
    esac
    # What took the place of a file is another file: the old one is read to its end.
    if [ $change = replaced ]; then wanted=1; else wanted=2; fi
    cat B.csv >&3 || :
    exec 3>&-
    wait $! || status=$?
    if [ $status != $wanted ] || { [ $wanted = 2 ] && [ -s out ]; }; then
        echo "$change: exit status $status"
        head -n 3 err out
        exit 1
    fi
    if [ $wanted = 2 ] && ! grep -q "'old.csv' was changed while being read" err; then
        cat err
        exit 1
    fi
done
recap-diff A.csv B.csv > known 2> err || [ $? = 1 ]
sed 's/old\.csv/A.csv/g; s/pipe/B.csv/g' out > found
cmp known found

# The annex of sources has the SHA-256 of what was read: a file that is another one when all have been
# read is refused. The meeting is a pipe: when it is opened the table has been read.
make_inputs 5
printf '[rapat]\nnomor=1\n' > meeting.conf
for change in none grown replaced gone; do
    cp A.csv old.csv
    wanted=2
    status=0
    recap-report -q -m pipe -o minutes.xlsx old.csv > out 2> err &
    exec 3> pipe
    case $change in
    none) wanted=0 ;;
    grown) echo 'ppwp,3299019999001,plano,X,001,1,1,1,1,1,1,1' >> old.csv ;;
    replaced) cp -p old.csv new.csv && mv new.csv old.csv ;;
    gone) rm old.csv ;;
    esac
    cat meeting.conf >&3 || :
    exec 3>&-
    wait $! || status=$?
    [ $status = $wanted ] && case $change in
    none) [ -s minutes.xlsx ] ;;
    gone) grep -q "cannot read 'old.csv'" err && [ ! -e minutes.xlsx ] ;;
    *) grep -q "'old.csv' was changed while being read" err && [ ! -e minutes.xlsx ] ;;
    esac || {
        echo "recap-report, $change: exit status $status"
        ls
        cat err
        exit 1
    }
    rm -f minutes.xlsx
done
