# recap-pleno and its folder: what cannot be written, what is in the way, what an interrupted run
# left; every output is the old one or the whole new one, and no other is lost.
. "$srcdir/tests/io/lib.sh"
tool=recap-pleno
make_inputs 60
meeting() {
    printf '[pleno]\nkontes=ppwp\nkeluaran=%s\n[sumber plano]\nberkas=A.csv\n' "$1" > m.conf
    printf '[sumber sirekap]\nberkas=B.csv\n' >> m.conf
}

# The folder cannot be made, or is none.
for bad in A.csv/hasil A.csv /proc/hasil; do
    meeting $bad
    run 2 -- recap-pleno m.conf
    want_message
    [ ! -s out ] || wrong "$bad: prints a summary"
done

# The disk is full: the limit for files stands for it. The first run has no output at all, a later
# one leaves everything as it was.
meeting hasil
full() {
    run 2 -- sh -c "trap '' XFSZ; ulimit -f 8; exec recap-pleno m.conf"
    grep -q 'File too large' err || wrong "does not say why it cannot write: $(head -n 1 err)"
}
full
ls -A hasil > left
[ "$(cat left)" = ringkasan.txt ] || wrong "left: $(cat left)"
run 1 -- recap-pleno m.conf
rm -f hasil/ringkasan.*
(cd hasil && sha256sum *) > before
sed -i s/,20,/,19,/ B.csv
full
rm -f hasil/ringkasan.*
(cd hasil && sha256sum *) > after
cmp before after || wrong "a full disk changed outputs"

# Something is in the way of one output.
rm -r hasil
mkdir -p hasil/terbuka-ppwp.csv
run 2 -- recap-pleno m.conf
grep -q "cannot write 'hasil/terbuka-ppwp.csv': Is a directory" err || wrong "$(cat err)"
[ "$(ls hasil)" = "$(printf 'ringkasan.txt\nterbuka-ppwp.csv')" ] || wrong "some outputs without the others: $(ls hasil)"
rmdir hasil/terbuka-ppwp.csv
: > hasil/.recap-pleno
run 2 -- recap-pleno m.conf
want_message
rm hasil/.recap-pleno

# What an interrupted run left is no output.
mkdir hasil/.recap-pleno
echo setengah-jadi > hasil/.recap-pleno/final-ppwp.csv
run 1 -- recap-pleno m.conf
[ ! -e hasil/.recap-pleno ] || wrong "leaves its hidden folder behind"
! grep -r setengah-jadi hasil || wrong "took what an interrupted run left"

# The minutes were spoilt: they are not written over.
echo broken > hasil/berita-acara-ppwp.xlsx
run 2 -- recap-pleno m.conf
[ "$(cat hasil/berita-acara-ppwp.xlsx)" = broken ] || wrong "spoilt minutes were lost"
grep -q 'what was filled in into the minutes cannot be read: ' err || wrong "$(cat err)"

# Two at once: both write the same, one after the other.
rm -r hasil
recap-pleno -q m.conf > one 2> one.err &
recap-pleno -q m.conf > two 2> two.err || :
wait $! || :
cmp one two || wrong "two runs at once differ"
ls hasil | grep '[.]1[.]' && wrong "the second run kept what it had written itself"

# The list of decisions is saved when the run has read it and waits for the log, which somebody has
# locked: it is not written over.
rm -r hasil
run 1 -- recap-pleno m.conf
mv hasil/catatan-keputusan-ppwp.csv log
: > hasil/catatan-keputusan-ppwp.csv
mkfifo hold
sqlite3 hasil/catatan-keputusan-ppwp.csv < hold &
exec 3> hold
printf 'BEGIN EXCLUSIVE;\n.shell touch held\n' >&3
until [ -e held ]; do sleep 0.1; done
sed -i s/,19,/,18,/ B.csv
recap-pleno m.conf > out 2> err 3>&- &
until [ -s hasil/.recap-pleno/pleno-ppwp.html ]; do sleep 0.1; done
sleep 0.5
cp hasil/sirekap-ppwp.csv sirekap
echo 'ppwp,3299012001001,s03,19,20,plano,baru,,PPK,,,' >> hasil/keputusan-ppwp.csv
exec 3>&-
wait
grep -q "'hasil/keputusan-ppwp.csv' was saved while it was being worked on" err || wrong "$(cat err)"
grep -q ,baru, hasil/keputusan-ppwp.csv || wrong "wrote over a list that was saved meanwhile"
cmp sirekap hasil/sirekap-ppwp.csv || wrong "put outputs in place beside a list that they do not know"
run 1 -- recap-pleno m.conf

# Decisions from a pipe can be read only once.
mkfifo decisions
sed 's/^keluaran/keputusan=decisions\n&/' m.conf > pipe.conf
cat D.csv > decisions &
run 1 -- timeout 20 recap-pleno pipe.conf
grep -q '^Keputusan rapat: 1 diterapkan' out || wrong "loses decisions from a pipe: $(cat out err)"

# A workbook in the folder of a source is open in Excel, which puts a file of its own beside it.
mkdir in
cp A.csv in
head -c 165 /dev/zero > 'in/~$A.xlsx'
sed 's/berkas=A.csv/berkas=in/' m.conf > in.conf
run 1 -- recap-pleno in.conf

# The summary: a full disk, -o, closed streams.
run 2 -- sh -c 'recap-pleno m.conf > /dev/full'
want_message
run 1 -- recap-pleno -o summary m.conf
cmp summary hasil/ringkasan.txt || wrong "-o has another summary"
sed -i s/,18,/,17,/ B.csv
run 2 -- recap-pleno -o missing/summary m.conf
grep -q "cannot write 'missing/summary'" err || wrong "$(cat err)"
grep -q 'hasil/sirekap-ppwp.csv is new; the earlier one is kept as' err || wrong "changes files without a word: $(cat err)"
rm hasil/ringkasan.txt
mkdir hasil/ringkasan.txt
sed -i s/,17,/,16,/ B.csv
run 2 -- recap-pleno m.conf
grep -q "cannot write 'hasil/ringkasan.txt': Is a directory" err || wrong "$(cat err)"
grep -q 'hasil/sirekap-ppwp.csv is new; the earlier one is kept as' err || wrong "changes files without a word: $(cat err)"
grep -q '^Ringkasan' out || wrong "keeps the summary to itself when it cannot be saved"
rmdir hasil/ringkasan.txt
status=0
recap-pleno m.conf >&- 2> err || status=$?
[ $status = 2 ] || wrong "closed standard output gives $status"
exit $failed
