# One misreading is planted in each of 1,000 sound forms of every contest. Where it breaks a rule the
# number that was there is among the corrections that are named for at least 98 of 100 forms, and the
# cause that was planted is the likeliest for at least 90 of 100. Some numbers cannot tell: 8 -> 88 is
# a digit doubled as well as an X read as 8.
. "$srcdir/tests/prop/common.subr"
need sqlite3
for contest in ppwp pdpr pdpd pdprdp pdprdk pkwkp pkwkk; do
    set -- -v kontes=$contest -v seed="${seeds%% *}"
    awk "$@" -v n="${FORMS:-1000}" -v broken=0 -f "$srcdir/tests/prop/forms.awk" > sound.csv
    awk -v seed="${seeds%% *}" -v key=key -f "$srcdir/tests/prop/misread.awk" sound.csv > read.csv
    want 1 recap-check read.csv > check.csv 2> err
    [ ! -s err ] || fail "$contest: $(cat err)"
    query check.csv "select kode, sebab, keterangan from t where tingkat = 'galat'" > found
    awk -F '|' -v contest=$contest '
        NR == FNR { paper[$1] = $3; read[$1] = $4; class[$1] = $5; next }
        $1 in paper {
            if (!($1 in seen)) {
                seen[$1] = 1
                n++
            }
            if (index($3, " " read[$1] " menjadi " paper[$1] " ("))
                named[$1] = 1
            if ($2 == class[$1])
                first[$1] = 1
        }
        END {
            for (kode in named) n_named++
            for (kode in first) n_first++
            printf "%s: %d broken, %d named, %d first\n", contest, n, n_named, n_first
            exit !(n >= 100 && n_named >= 0.98 * n && n_first >= 0.9 * n)
        }' key found || fail "$contest"
done
