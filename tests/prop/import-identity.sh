# Importing what recap exported changes nothing; and what was typed by hand, or comes from
# Sirekap's documents, arrives cell by cell.
. "$srcdir/tests/prop/common.subr"
for seed in $seeds; do
    rm -rf e
    elect "$seed" e --desa 4 --tps 12 --special 2 --faults 1 --mistakes 1 --json --typed
    for source in plano sirekap; do
        want 0 recap-import -q -c ppwp -s $source e/$source.csv > once.csv
        same "seed $seed: import of $source.csv" e/$source.csv once.csv
        want 0 recap-import -q -c ppwp -s $source once.csv > twice.csv
        same "seed $seed: import of an export" once.csv twice.csv
        shuffle "$seed" e/$source.csv > shuffled.csv
        want 0 recap-import -q -c ppwp -s $source shuffled.csv > twice.csv
        same "seed $seed: import of a shuffled export" once.csv twice.csv
    done

    want 0 recap-import -q -c ppwp -s plano e/plano-ketikan.csv > typed.csv
    melt e/plano.csv > known
    melt typed.csv > read
    same "seed $seed: the typed table" known read

    want 0 recap-import -q -c ppwp -s sirekap -r e/register.csv e/sirekap > documents.csv
    melt e/sirekap.csv > known
    melt documents.csv > read
    same "seed $seed: Sirekap's documents" known read
    (cd e && tar -czf ../sirekap.tar.gz --sort=name sirekap)
    want 0 recap-import -q -c ppwp -s sirekap sirekap.tar.gz > archive.csv
    melt archive.csv > read
    same "seed $seed: the archive" known read
done
