# A large archive is inflated beside the reading of its documents when it is a file, and not when it
# comes through a pipe. Which of the two must not show, nor that it was an archive at all, nor where
# it breaks off.
. "$srcdir/tests/prop/common.subr"
need tar gzip

# documents SEED: makes documents of the Sirekap, some with a wrong number or broken off.
documents () {
    awk -v seed="$1" 'BEGIN {
        srand(seed)
        for (i = 1; i <= 1500; i++) {
            kode = sprintf("3299%02d%04d%03d", 1 + i / 600, 1001 + i / 40, i % 40 + 1)
            s = int(300 * rand())
            for (note = "x"; length(note) < 2000 * rand(); note = note note)
                ;
            printf "%s {\"chart\":{\"100025\":%s},\"administrasi\":{\"suara_sah\":%d},\"images\":[\"%s\"]%s\n",
                kode, (i % 97 == 0) ? "\"1x\"" : s, s, note, (i % 211 == 0) ? "" : "}"
        }
    }' | while read -r kode text; do
        printf '%s\n' "$text" > "d/$kode.json"
    done
}

for seed in $seeds; do
    rm -rf d
    mkdir d
    documents "$seed"
    tar -cf d.tar --sort=name d
    gzip -1 -k -f d.tar
    want 1 recap-import -c ppwp -s sirekap --rejects d.rejects d > d.csv 2> d.err
    for archive in d.tar d.tar.gz; do
        want 1 recap-import -c ppwp -s sirekap --rejects a.rejects $archive > a.csv 2> err
        sed "s/$archive!//" a.csv > found
        same "seed $seed, $archive: the table" d.csv found
        sed "s/$archive!//" a.rejects > found
        same "seed $seed, $archive: the rejects" d.rejects found
        sed "s/$archive!//" err > found
        same "seed $seed, $archive: what is said" d.err found
        want 1 recap-import -c ppwp -s sirekap - < $archive > b.csv 2> err
        sed "s/<stdin>!/$archive!/" b.csv > found
        same "seed $seed, $archive through a pipe: the table" a.csv found
        size=$(wc -c < $archive)
        for part in 1 20 50 80 99; do
            head -c $((size / 100 * part)) $archive > cut
            want 2 recap-import -c ppwp -s sirekap cut > /dev/null 2> one
            want 2 recap-import -c ppwp -s sirekap - < cut > /dev/null 2> two
            sed 's/<stdin>/cut/' two > found
            same "seed $seed, $part % of $archive: what is said" one found
        done
    done
done
