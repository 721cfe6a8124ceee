# A table typed by hand, one row per TPS, arrives cell by cell also after LibreOffice made a workbook
# of it, .xlsx and .ods: codes that became numbers, TPS without their zeros, blanks and '?'.
. "$srcdir/tests/prop/common.subr"
need soffice
HOME=$PWD/home
export HOME
mkdir home typed saved
for seed in $seeds; do
    rm -rf e
    elect "$seed" e --desa 4 --tps 12 --special 2 --mistakes 2 --typed
    cp e/plano-ketikan.csv "typed/$seed.csv"
    melt e/plano.csv > "known-$seed"
done
grep -q '|?$' known-* || fail "no cell is unreadable"
grep -q '|$' known-* || fail "no cell is blank"
for format in xlsx ods; do
    # Separator ';' (59), quotes (34), UTF-8 (76), from the first line.
    soffice --headless --infilter='CSV:59,34,76,1' --convert-to $format --outdir saved \
        typed/*.csv > log 2>&1 || fail "LibreOffice: $(cat log)"
    for seed in $seeds; do
        want 0 recap-import -q -c ppwp -s plano "saved/$seed.$format" > table.csv
        melt table.csv > read
        same "seed $seed: saved as .$format" "known-$seed" read
    done
done
