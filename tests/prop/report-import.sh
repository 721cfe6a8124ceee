# The minutes can be read back: import (report (t)) = t but for where it was read, blanks and '?' and
# TPS 901 and desa of three blocks included; also after LibreOffice saved the workbook again as
# .xlsx and as .ods.
. "$srcdir/tests/prop/common.subr"

# without_origin FILE: the table without its column asal.
without_origin() {
    awk -F , -v OFS=, '
        NR == 1 { for (i = 1; i <= NF; i++) if ($i == "asal") asal = i }
        { $asal = ""; print }
    ' "$1"
}

# compare WHAT WORKBOOK TABLE: the workbook holds the table.
compare() {
    want 0 recap-import -q -c ppwp "$2" > back.csv
    without_origin "$3" > known
    without_origin back.csv > read
    same "$1" known read
}

for seed in $seeds; do
    rm -rf e
    elect "$seed" e --desa 3 --tps 32,15,2 --special 2 --mistakes 2 --damage
    want 1 recap-report -q -o minutes.xlsx e/plano.csv
    compare "seed $seed: the workbook" minutes.xlsx e/plano.csv
    grep -q '?' e/plano.csv || fail "seed $seed: no cell is unreadable"
done

# A program for the desk needs a home; it gets one of its own.
need soffice
HOME=$PWD/home
export HOME
mkdir home saved
for format in xlsx ods; do
    soffice --headless --convert-to $format --outdir saved minutes.xlsx > log 2>&1 ||
        fail "LibreOffice: $(cat log)"
    compare "seed $seed: saved as .$format" saved/minutes.$format e/plano.csv
done
