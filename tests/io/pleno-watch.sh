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

# A list that is saved when it was read, while another contest waits for its log, is read once more.
# Trouble with that other contest makes no change of what was written of the first.
saved_meanwhile() {
    : > hasil/catatan-keputusan-pdpd.csv
    mkfifo hold
    sqlite3 hasil/catatan-keputusan-pdpd.csv < hold &
    exec 3> hold
    printf 'BEGIN EXCLUSIVE;\n.shell touch held\n' >&3
    wait_for lock [ -e held ]
    sed 's/,19,/,18,/' in/a.csv > in/new
    mv in/new in/a.csv
    wait_for 'the second contest' [ -s hasil/.recap-pleno/pleno-pdpd.html ]
    sleep 0.5
    echo 'ppwp,3299012001002,s03,18,17,plano,meanwhile,,PPK,,,' >> hasil/keputusan-ppwp.csv
    exec 3>&-
}
mkdir other
sed 's/^ppwp/pdpd/' A.csv > other/pdpd.csv
cp m.conf one.conf
printf '[pleno]\nkontes=ppwp;pdpd\nkeluaran=hasil\n[sumber plano]\nberkas=in\n[sumber plano pdpd]\nberkas=other/pdpd.csv\n' > m.conf
wait_for 'two contests' waits 5
saved_meanwhile
wait_for 'saved meanwhile' waits 7
grep -q ',s03,,18,17,' hasil/pembetulan-ppwp.csv
mv other/pdpd.csv other/gone
wait_for trouble waits 8
sed 's/,18,/,16,/' in/a.csv > in/new
mv in/new in/a.csv
wait_for 'change in trouble' waits 9
sleep 2
waits 9
mv one.conf m.conf
wait_for 'one contest' waits 10

# The meeting file itself: wrong, and right again.
echo '[sumber' >> m.conf
wait_for 'a slip in the meeting file' waits 11
sed -i '$d' m.conf
wait_for 'the slip mended' waits 12
kill -TERM $pid
status=0
wait $pid || status=$?
[ $status = 1 ] || { echo "ends with $status"; exit 1; }
[ "$(grep -c '^Ringkasan' out)" = 11 ] || { cat out; exit 1; }

# The meeting is in another folder, with a folder of the same name in it, and a register is missing.
mkdir -p rapat/rapat
sed 's|^berkas=in|berkas=../in|; s|^keluaran|daftar_tps=register.csv\n&|' m.conf > rapat/m.conf
recap-pleno --watch rapat/m.conf > out 2> err &
pid=$!
wait_for 'no register' waits 1
grep -q "cannot open 'register.csv'" err
{
    echo kode,provinsi,kabko,kecamatan,desa,tps
    echo 3299012001001,NUSA,BARU,MAJU,SATU,001
} > rapat/register.csv
wait_for register waits 2
[ -s rapat/hasil/final-ppwp.csv ]
kill -TERM $pid
wait $pid || :

# The summary goes where inputs are read: each run would be a change.
touch in/out
for output in --output=in/summary -q; do
    recap-pleno --watch $output m.conf > in/out 2> err &
    pid=$!
    wait_for "$output" grep -q 'the summary would be read as an input' err
    kill -TERM $pid
    wait $pid || :
    [ ! -s in/out ] && [ ! -e in/summary ]
done

# The meeting file is saved when it was read and the contests are read: what it says now is done.
mkdir d
export RECAP_DATADIR="$PWD/d"
cp "$srcdir/data/ppwp.contest" d
recap-pleno --watch m.conf > out 2> err &
pid=$!
wait_for 'first run' waits 1
mkfifo d/pipe
mv d/pipe d/ppwp.contest
(
    exec 4> d/ppwp.contest
    cp "$srcdir/data/ppwp.contest" d/new
    mv d/new d/ppwp.contest
    printf '[rapat]\ntempat=Aula\n' >> m.conf
    cat "$srcdir/data/ppwp.contest" >&4
) &
touch in/a.csv
wait_for 'the meeting saved meanwhile' waits 3
[ "$(grep -c '^Ringkasan.*Aula' out)" = 1 ] || { cat out; exit 1; }
kill -TERM $pid
wait $pid || :
