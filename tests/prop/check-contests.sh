# For every contest: on 15,000 made-up forms, most of them spoiled, recap-check finds exactly what an
# independent re-computation finds (the same rule, box and both values), and each rule is broken by
# some; on sound forms of ballots that differ between kabupaten it finds nothing wrong.
. "$srcdir/tests/prop/common.subr"
need sqlite3
forms=${FORMS:-15000}
for contest in ppwp pdpr pdpd pdprdp pdprdk pkwkp pkwkk; do
    set -- -v kontes=$contest -v seed="${seeds%% *}"
    awk "$@" -v n="$forms" -v broken=1 -f "$srcdir/tests/prop/forms.awk" > broken.csv
    want 1 recap-check broken.csv > check.csv 2> err
    [ ! -s err ] || fail "$contest: $(cat err)"
    query check.csv "select kode, aturan, isian, nilai_a, nilai_b from t" | sort > found
    awk -f "$srcdir/tests/prop/rules.awk" broken.csv | sort > known
    same "$contest" known found
    rules='R01 R02 R03 R04 R05 R06 R07 R08 R10 R11 R12 R13 R14 R15 R16 R17 R18 R22 R27 R29 R30'
    case $contest in pdpr*) rules="$rules R09" ;; esac
    cut -d '|' -f 2 found | sort | uniq -c > counts
    for rule in $rules; do
        awk -v rule="$rule" '$2 == rule && $1 >= 10 { found = 1 } END { exit !found }' counts ||
            fail "$contest: $rule is broken by fewer than ten forms"
    done

    awk "$@" -v n=2000 -v broken=0 -f "$srcdir/tests/prop/forms.awk" > sound.csv
    want 0 recap-check sound.csv > check.csv
    query check.csv "select * from t where tingkat <> 'info'" > bad
    [ ! -s bad ] || fail "$contest: $(head -n 3 bad)"
done
