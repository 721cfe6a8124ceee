# The sample kecamatan is what the generator makes from its seed, byte by byte; its meeting
# file tells of the same special occurrences as its decisions; and its README names every
# fault and its TPS.
. "$srcdir/tests/prop/common.subr"
sample=$samples/kecamatan
elect 2024 e --tps 12,32,5 --special 2 --faults 1 --mistakes 1 --json --typed
same "the typed plano" "$sample/plano.csv" e/plano-ketikan.csv
for file in register.csv decisions.csv kunci.csv kunci-plano.csv; do
    same $file "$sample/$file" e/$file
done
diff -r "$sample/sirekap" e/sirekap || fail "Sirekap's documents are not those of the generator"

awk -F, 'NR > 1 && $8 != "" { print $8 + 0, $2 }' "$sample/decisions.csv" | sort -u > decided
awk -F= '/^\[kejadian/ { split($0, part, /[ \]]/); number = part[2] }
    /^\[/ && !/^\[kejadian/ { number = "" } number != "" && $1 == "kode" { print number + 0, $2 }' \
    "$sample/meeting.conf" | sort -u > told
same "special occurrences" decided told

# The table of the README: `kind` | Desa NNN[ and NNN][, Desa NNN] | ...
awk -F, 'NR > 1 { desa[substr($1, 1, 10)] = $5 } END { for (k in desa) print k, desa[k] }' \
    "$sample/register.csv" | sort -u > desa
awk -F, 'FNR > 1 { print $6, substr($2, 1, 10), substr($2, 11) }' \
    "$sample/kunci.csv" "$sample/kunci-plano.csv" | sort -u > planted
awk 'FILENAME == "desa" { kode[$2 " " $3] = $1; next }
    /^\| `[a-z0-9-]+` \|/ {
        kind = $2
        gsub(/`/, "", kind)
        split($0, column, / *\| */)
        n = split(column[3], word, /,? +/)
        for (i = 1; i <= n; i++)
            if (word[i] ~ /^[0-9]+$/)
                print kind, kode[toupper(name)], word[i]
            else if (word[i] != "and")
                name = word[i - 1] ~ /^[A-Z]/ ? word[i - 1] " " word[i] : word[i]
    }' desa "$sample/README.md" | sort -u > named
same "the faults that the README names" planted named
