# The main job on the sample kecamatan, as ./bootstrap demo does it: what it finds is what
# the answer keys say, and the totals in the workbook are those that sqlite3 adds up from
# the final table.
. "$srcdir/tests/prop/common.subr"
need sqlite3 unzip
sample=$samples/kecamatan
want 0 sh "$samples/demo.sh" "$samples" > log 2> err
cat log

# Read: 50 typed forms, and what Sirekap has of them and one more.
[ "$(wc -l < tolak-plano.csv)" -le 1 ] || fail "forms of the plano were rejected"
[ "$(wc -l < tolak-sirekap.csv)" -le 1 ] || fail "documents of Sirekap were rejected"
[ "$(wc -l < plano.csv)" = 51 ] || fail "the plano has not 50 forms"
melt plano.csv | awk -F '|' -v OFS='|' '$4 !~ /^[0-9]+$/ { print $1, $3, $4 }' | sort > found
query "$sample/kunci-plano.csv" "select kode, isian, plano from t where plano in ('', '?')" |
    sort > known
same "boxes without a number" known found

# The mistakes on the plano are found by the rules, those in Sirekap by comparing.
query temuan-plano.csv "select distinct kode from t where tingkat <> 'info'" | sort > found
query "$sample/kunci-plano.csv" "select distinct kode from t" | sort > known
same "forms with mistakes" known found
query selisih.csv "select distinct kode from t" | sort > found
query "$sample/kunci.csv" "select distinct kode from t" | sort > known
same "TPS with differences" known found

# The final table is the plano with the five mistakes put right.
melt plano.csv | awk -F '|' -v OFS='|' '{ print $1, $3, $4 }' > before
query "$sample/kunci-plano.csv" "select kode, isian, seharusnya from t" |
    awk -F '|' -v OFS='|' 'FILENAME == "-" { put[$1 OFS $2] = $3; next }
        { if (($1 OFS $2) in put) $3 = put[$1 OFS $2]; print }' - before | sort > known
melt final.csv | awk -F '|' -v OFS='|' '{ print $1, $3, $4 }' | sort > found
same "the final table" known found

# One line for each desa, one for the kecamatan: the totals in the order of the form. The cover has
# those of the kecamatan once more, without LAKI-LAKI and PEREMPUAN.
boxes=$(head -n 1 final.csv | tr ',' '\n' |
    grep -E '^(pemilih|pengguna|surat|disabilitas|suara)_|^s0')
sum() { echo "$boxes" | grep -v "$1" | sed 's/.*/sum (&)/' | paste -sd ,; }
{
    query final.csv "select $(sum none) from t group by substr (kode, 1, 10)"
    query final.csv "select $(sum none) from t"
    query final.csv "select $(sum '_[lp]$') from t"
} | sort > known
[ "$(echo "$boxes" | wc -l)" = 28 ] || fail "the final table has not 28 boxes"

unzip -p minutes.xlsx xl/sharedStrings.xml | tr '\n' ' ' | sed 's/<si>/\n&/g' |
    sed -n '/^<si>/{s/<[^>]*>//g; p; }' > strings
unzip -Z1 minutes.xlsx | grep '^xl/worksheets/sheet' > sheets
while read -r sheet; do
    unzip -p minutes.xlsx "$sheet" | sed 's/<c /\n&/g' |
        awk 'FILENAME == "strings" { string[FNR - 1] = $0; next }
            /^<c r="/ {
                match($0, /r="[A-Z]+/)
                column = substr($0, RSTART + 3, RLENGTH - 3)
                text = $0 ~ /<v>/ ? $0 : ""
                sub(/.*<v>/, "", text)
                sub(/<.*/, "", text)
                if ($0 ~ /t="s"/) {
                    if (string[text] == "JUMLAH AKHIR")
                        total = column
                } else if (column == total && text ~ /^[0-9]+$/) # control rows have words
                    line = line (line == "" ? "" : "|") text
            }
            END { if (line != "") print line }' strings -
done < sheets | sort > found
[ "$(wc -l < found)" = 5 ] ||
    fail "$(wc -l < found) sheets with JUMLAH AKHIR, not cover, 3 desa, kecamatan"
same "the totals of the workbook" known found
