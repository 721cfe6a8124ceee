# Nine votes of one contestant are another's at 17 TPS, every total stays right, and around them are
# 400 sound TPS and five ordinary misreadings: that is one pattern, in the region where it is, with
# its votes, its probability and every one of its TPS.
. "$srcdir/tests/prop/common.subr"
need sqlite3

for seed in $seeds; do
    for contest in ppwp pdpr pdpd pdprdk pkwkk; do
        elect "$seed" e --contest $contest --desa 8 --tps 53,53,53,53,53,53,52,52 \
            --fault pola,angka-salah-baca=5 --pattern 17,9
        want 1 recap-diff e/plano.csv e/sirekap.csv > diff.csv
        query diff.csv "select kode, keterangan from t where aturan = 'D09'" > found
        [ "$(wc -l < found)" = 1 ] || fail "seed $seed $contest: $(cut -c 1-200 found)"

        # Where it is, and what 17 throws that all fall the same way make of the boxes that were tried.
        IFS=, read -r contest kode from to votes n << ROW
$(tail -n 1 e/kunci-pola.csv)
ROW
        n_tests=$(sed 's/.* dikalikan \([0-9]*\) pasangan.*/\1/' found)
        for words in "^$kode|" " pada $n TPS ($((n * votes)) suara, sama banyak pada setiap TPS)" \
            " sebaliknya pada 0 TPS" " 1 : $((65536 / n_tests)) "; do
            grep -q -e "$words" found || fail "seed $seed $contest: no '$words': $(cat found)"
        done

        # Its TPS by name.
        sed 's/.* TPS: //; s/\.$//; s/, /\n/g' found | sort > named
        awk -F, 'FNR == NR { if ($6 == "pola") moved[$2]; next } $2 in moved { print $7 " " $8 }' \
            e/kunci.csv e/plano.csv | sort > known
        [ "$(wc -l < known)" = 17 ] || fail "seed $seed $contest: the key has not 17 TPS"
        same "seed $seed $contest: TPS" known named
    done
done
