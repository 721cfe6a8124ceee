# 1,053 real documents of Sirekap in one archive, 53 TPS twice: every cell as jq reads it
# from the newest document of its TPS; a blank stays blank.
. "$srcdir/tests/data/common.subr"
need jq
archive=sirekap-2024-ppwp/tps-json-dki.tar.gz
data $archive
want 0 recap-import -c ppwp -s sirekap "$RECAP_DATA/$archive" > imported.csv 2> err
grep -q 'read 1053 = imported 1000 + superseded 53 + rejected 0$' err ||
    fail "the counts: $(cat err)"

mkdir documents
tar -xzf "$RECAP_DATA/$archive" -C documents
find documents -name '*.json' | sort > names
[ "$(wc -l < names)" = 1053 ] || fail "the archive has $(wc -l < names) documents"
# kode|ts|isian|nilai, a blank cell without a number.
xargs jq -r '
    def cell: if . == null then "" else tostring end;
    (input_filename | split ("/") | last | rtrimstr (".json")) as $kode | .ts as $ts
    | (.administrasi // {}) as $a | (.chart // {}) as $c
    | [ (["pemilih_dpt", "pengguna_dpt", "pengguna_total"][] as $row
            | ["l", "p", "j"][] | [$row + "_" + ., $a[$row + "_" + .]]),
        (["l", "p", "j"][] | ["pengguna_pindahan_" + ., $a["pengguna_dptb_" + .]],
            ["pengguna_khusus_" + ., $a["pengguna_non_dpt_" + .]]),
        (["suara_sah", "suara_tidak_sah", "suara_total"][] | [., $a[.]]),
        ["s01", $c["100025"]], ["s02", $c["100026"]], ["s03", $c["100027"]] ]
    | .[] | [$kode, $ts, .[0], (.[1] | cell)] | join ("|")' < names > cells
awk -F '|' -v OFS='|' '$2 >= newest[$1 $3] {
        newest[$1 $3] = $2
        line[$1 $3] = $1 OFS "sirekap" OFS $3 OFS $4
    }
    END { for (key in line) print line[key] }' cells | sort > known
melt imported.csv > found
[ "$(wc -l < known)" = 21000 ] || fail "jq read $(wc -l < known) cells"
same "the cells" known found
cut -d, -f2 imported.csv | tail -n +2 > codes
sort -u codes > sorted
same "the order of the codes" sorted codes
