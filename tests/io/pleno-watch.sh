# recap-pleno --watch: runs again when an input changes, when one that is missing comes, and when a
# decision is added to the list of the contest; marks of office programs make no difference; a signal
# ends it with the status of the last run.
. "$srcdir/tests/io/lib.sh"
tool=recap-pleno
make_inputs 3
printf '[pleno]\nkontes=ppwp\nkeluaran=hasil\n[sumber plano]\nberkas=in\n' > m.conf

# wait_for WORD COMMAND...: tries the command for half a minute
wait_for() {
    word=$1
    shift
    for try in $(seq 300); do
        if "$@" > tried 2>&1; then return; fi
        sleep 0.1
    done
    kill $pid || :
    echo "$word: not within half a minute"
    cat out err
    exit 1
}
waits() { [ "$(grep -c 'waiting for a change' err)" = $1 ]; }

# The source is not there: trouble, but no end.
recap-pleno --watch m.conf > out 2> err &
pid=$!
wait_for start waits 1
grep -q 'ppwp, plano: ' err
mkdir in
cp A.csv in/a.csv
wait_for input waits 2
[ -s hasil/final-ppwp.csv ]

# A mark of an open file is no change; a new file with the same name is.
: > 'in/~$a.csv'
sleep 2
waits 2
rm 'in/~$a.csv'
sed 's/,20,/,19,/' A.csv > in/new
mv in/new in/a.csv
wait_for change waits 3
[ -s hasil/final-ppwp.1.csv ]
cat >> hasil/keputusan-ppwp.csv << 'END'
ppwp,3299012001001,s03,19,20,plano,dibaca ulang,,PPK,,,
END
wait_for decision waits 4
grep -q ',s03,,19,20,' hasil/pembetulan-ppwp.csv
# Its own outputs are no changes.
sleep 2
waits 4

# The meeting file itself: wrong, and right again.
echo '[sumber' >> m.conf
wait_for 'a slip in the meeting file' waits 5
sed -i '$d' m.conf
wait_for 'the slip mended' waits 6
kill -TERM $pid
status=0
wait $pid || status=$?
[ $status = 1 ] || { echo "ends with $status"; exit 1; }
[ "$(grep -c '^Ringkasan' out)" = 5 ] || { cat out; exit 1; }
