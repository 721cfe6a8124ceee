# Every file of the folder of data: imported with the counts and the sums that sqlite3 and jq make of
# it, or refused with the right reason. A file that no table here names fails the test.
. "$srcdir/tests/data/common.subr"
need jq sqlite3
data README.md
: > named
cd_data() { cd "$RECAP_DATA"; }

# compare PATH: what is known about it and what was found, a line for each box
compare() {
    [ -s known ] || fail "$1: nothing is known"
    same "$1" known found
}

# found BOX...: the number of records of table.csv, and of each box the sum and how many have a number
found() {
    query table.csv "select count (*) from t"
    for box; do
        query table.csv "select '$box', cast (total (\"$box\") as integer),
            count (nullif (\"$box\", '')) from t"
    done
}

# Tables: PATH|SOURCE|which records are forms|which of them were filled in|BOX=COLUMN;...
# Of one file with sources side by side each source is one import.
cat > tables <<'TXT'
dialects/kawalpemilu-2024-head.csv|relawan|1|1|s01=paslon1;s02=paslon2;s03=paslon3
dialects/situng-2019-full-admin-head.csv|kpu|1|1|s01=pemilih-1;s02=pemilih-2;pemilih_dpt_j=total-pemilih;pengguna_total_j=total-pengguna;suara_total=suara-total;suara_sah=suara-sah;suara_tidak_sah=suara-tidak-sah
dialects/desa-files/ACEH_ACEH SELATAN_KLUET TIMUR_LAWE SAWAH.csv|relawan|"0" like 'TPS%'|"1" + "2" + "3" > 0|s01=1;s02=2;s03=3
dialects/desa-files/JAWA BARAT_BOGOR_BOJONG GEDE_PABUARAN.csv|relawan|"0" like 'TPS%'|"1" + "2" + "3" > 0|s01=1;s02=2;s03=3
dialects/desa-files/JAWA BARAT_BOGOR_CIBINONG_KARADENAN.csv|relawan|"0" like 'TPS%'|"1" + "2" + "3" > 0|s01=1;s02=2;s03=3
multi-source-2019/kalimantan-utara.csv.gz|kpu|1|"01 KPU" + "02 KPU" > 0|s01=01 KPU;s02=02 KPU
multi-source-2019/kalimantan-utara.csv.gz|kawalpemilu|1|"01 KawalPemilu" + "02 KawalPemilu" > 0|s01=01 KawalPemilu;s02=02 KawalPemilu
multi-source-2019/kalimantan-utara.csv.gz|kawalpilpres|1|"01 KawalPilpres" + "02 KawalPilpres" > 0|s01=01 KawalPilpres;s02=02 KawalPilpres
multi-source-2019/kalimantan-utara.csv.gz|ayojagatps|1|"01 AyoJagaTPS" + "02 AyoJagaTPS" > 0|s01=01 AyoJagaTPS;s02=02 AyoJagaTPS
sirekap-2024-ppwp/bulungan.csv|sirekap|1|1|s01=paslon_01;s02=paslon_02;s03=paslon_03;suara_sah=suara_sah;suara_tidak_sah=suara_tidak_sah;suara_total=suara_total;pemilih_dpt_j=dpt_j;pengguna_pindahan_j=pengguna_dptb_j;pengguna_khusus_j=pengguna_dpk_j;pengguna_total_p=pengguna_total_p
sirekap-2024-ppwp/kutai-timur.csv|sirekap|1|1|s01=paslon_01;s02=paslon_02;s03=paslon_03;suara_sah=suara_sah;suara_tidak_sah=suara_tidak_sah;suara_total=suara_total;pemilih_dpt_j=dpt_j;pengguna_pindahan_j=pengguna_dptb_j;pengguna_khusus_j=pengguna_dpk_j;pengguna_total_p=pengguna_total_p
two-source-2019/bulungan/a_kawalpemilu.csv|kawalpemilu|cakupan = 1|1|s01=pas1;s02=pas2;suara_sah=sah;suara_tidak_sah=tSah;suara_total=jum;pemilih_dpt_l=dpt_l;pemilih_dpt_p=dpt_p
two-source-2019/bulungan/b_kpu_situng.csv|kpu|1|1|s01=pas1;s02=pas2;suara_sah=sah;suara_tidak_sah=tSah;suara_total=jum;pemilih_dpt_l=dpt_l;pemilih_dpt_p=dpt_p
two-source-2019/kutai-timur/a_kawalpemilu.csv|kawalpemilu|cakupan = 1|1|s01=pas1;s02=pas2;suara_sah=sah;suara_tidak_sah=tSah;suara_total=jum;pemilih_dpt_l=dpt_l;pemilih_dpt_p=dpt_p
two-source-2019/kutai-timur/b_kpu_situng.csv|kpu|1|1|s01=pas1;s02=pas2;suara_sah=sah;suara_tidak_sah=tSah;suara_total=jum;pemilih_dpt_l=dpt_l;pemilih_dpt_p=dpt_p
two-source-2019/official-rekap.csv|rekap|1|1|s01=rekap_01;s02=rekap_02;pemilih_dpt_l=dpt_l;pemilih_dpt_p=dpt_p
two-source-2019/official-rekap.csv|kpu|1|1|s01=kpu_sum_pas1;s02=kpu_sum_pas2;suara_sah=kpu_sum_sah;suara_tidak_sah=kpu_sum_tSah;suara_total=kpu_sum_jum
two-source-2019/official-rekap.csv|kawalpemilu|1|1|s01=kp_sum_pas1;s02=kp_sum_pas2;suara_sah=kp_sum_sah;suara_tidak_sah=kp_sum_tSah;suara_total=kp_sum_jum
TXT
while IFS='|' read -r path source forms filled boxes; do
    file=$RECAP_DATA/$path
    echo "$path" >> named
    want 0 recap-import -q -c ppwp -s "$source" "$file" > table.csv 2> err
    case $path in
    *.gz) gzip -dc "$file" > plain.csv ;;
    *) cat "$file" > plain.csv ;;
    esac
    {
        query plain.csv "select count (*) from t where $forms"
        echo "$boxes" | tr ';' '\n' | while IFS='=' read -r box column; do
            number="case when $filled and \"$column\" not in ('', '-1') then cast (\"$column\" as integer) end"
            query plain.csv "select '$box', cast (total ($number) as integer), count ($number)
                from t where $forms" < /dev/null
        done
    } > known
    found $(echo "$boxes" | tr ';' '\n' | cut -d = -f 1) > found
    compare "$path ($source)"
done < tables

# documents PATH FILE...: single TPS of Sirekap; of a TPS that is there several times the newest
boxes='s01 s02 s03 suara_sah suara_tidak_sah suara_total pemilih_dpt_j pengguna_pindahan_p pengguna_khusus_l pengguna_total_j'
documents() {
    path=$1
    shift
    echo "$path" >> named
    want 0 recap-import -q -c ppwp -s sirekap "$RECAP_DATA/$path" > table.csv 2> err
    jq -rn '[inputs | {kode: (input_filename | split("/") | last), ts, a: .administrasi, c: .chart}]
        | group_by(.kode) | map(max_by(.ts)) | length,
        ({s01: map(.c["100025"]), s02: map(.c["100026"]), s03: map(.c["100027"]),
            suara_sah: map(.a.suara_sah), suara_tidak_sah: map(.a.suara_tidak_sah),
            suara_total: map(.a.suara_total), pemilih_dpt_j: map(.a.pemilih_dpt_j),
            pengguna_pindahan_p: map(.a.pengguna_dptb_p),
            pengguna_khusus_l: map(.a.pengguna_non_dpt_l),
            pengguna_total_j: map(.a.pengguna_total_j)} | to_entries[]
        | "\(.key)|\(.value | add // 0)|\(.value | map(select(. != null)) | length)")' "$@" > known
    found $boxes > found
    compare "$path"
}
mkdir dki
tar -xzf "$RECAP_DATA/sirekap-2024-ppwp/tps-json-dki.tar.gz" -C dki
find dki -name '*.json' > names
documents sirekap-2024-ppwp/tps-json-dki.tar.gz $(cat names)
for number in 3216011007001 3216021006001 3216021006002 3216021006009 3216021006010 3216021006014; do
    path=sirekap-2024-ppwp/tps-json-bekasi/$number.json
    documents $path "$RECAP_DATA/$path"
done
documents sirekap-2024-ppwp/tps-json-bekasi "$RECAP_DATA"/sirekap-2024-ppwp/tps-json-bekasi/*.json

# Pilkada: a list of candidates for each contest; the regions of a document are its records.
# progres counts TPS; the sum of all children is what the document says of itself.
snapshot() {
    jq -rn --slurpfile list "$1" '
        [inputs] | ($list[0] | map(to_entries[]) | map({key, value: "s0\(.value.nomor_urut)"}) | from_entries) as $box
        | map(.ts as $ts | .tungsura.table | to_entries[] | .value + {ts: $ts, kode: .key}) | group_by(.kode)
        | map(max_by(.ts)) | length,
        ("tps_terdaftar|\(map(.progres.total) | add)|\(length)"),
        ("tps_masuk|\(map(.progres.progres) | add)|\(length)"),
        (map(to_entries[] | select($box[.key]) | {box: $box[.key], n: .value}) | group_by(.box)[]
            | "\(.[0].box)|\(map(.n) | add)|\(length)")' "$2" "${3:-/dev/null}"
}
for contest in pkwkp pkwkk; do
    list=$RECAP_DATA/pilkada-2024/paslon-$contest.json
    echo "pilkada-2024/paslon-$contest.json" >> named
    for region in 32_3216 65_6501; do
        set --
        for time in 0123_9e11531 1225_481f1a6; do
            path=pilkada-2024/${contest}_${region}__2024-11-28T$time.json
            echo "$path" >> named
            want 0 recap-import -q -c $contest -s sirekap --candidates "$list" "$RECAP_DATA/$path" \
                > table.csv 2> err
            snapshot "$list" "$RECAP_DATA/$path" > known
            found $(sed 1d known | cut -d '|' -f 1) > found
            compare "$path"
            set -- "$@" "$RECAP_DATA/$path"
        done
        # Both: the newer one stays, the other is history where its votes differ.
        want 0 recap-import -q -c $contest -s sirekap --candidates "$list" --history history.csv \
            "$@" > table.csv 2> err
        snapshot "$list" "$@" > known
        found $(sed 1d known | cut -d '|' -f 1) > found
        compare "$contest $region, both snapshots"
        jq -rn --slurpfile list "$list" '
            ($list[0] | map(to_entries[]) | map({key, value: "s0\(.value.nomor_urut)"}) | from_entries) as $box
            | [inputs] | sort_by(.ts) as $two
            | $two[0].tungsura.table | to_entries[] | .key as $kode | .value as $old
            | $two[1].tungsura.table[$kode] as $new
            | select([$old, $new] | map([.[$box | keys[]], .progres.total, .progres.progres])
                | .[0] != .[1])
            | $kode, "\($two[0].ts)" ' "$@" | paste -d '|' - - | sort > known
        query history.csv "select kode, waktu from t" | tr T ' ' | sort > found
        same "$contest $region, history" known found
    done
done

# DPR and DPD: KPU's lists are no longer public; they are made here from the identifiers, which stand
# in the order of the ballot, those of the next party 840 further on.
path=pileg-2024/dpr-desa-1671041005.json
echo $path >> named
jq '[.[] | keys[] | select(. != "null") | tonumber] | unique
    | group_by((. - 100211) / 840 | floor) | map({
        key: (((.[0] - 100211) / 840 | floor) | if . == 17 then 24 else . + 1 end | tostring),
        value: (map({key: tostring, value: {nama: "CALON", nomor_urut: ((. - 100211) % 840 + 1)}})
            | from_entries)}) | from_entries' "$RECAP_DATA/$path" > 1601.json
want 0 recap-import -q -c pdpr -s sirekap --candidates 1601.json "$RECAP_DATA/$path" \
    > table.csv 2> err
jq -r 'def box($n): [.[] | .[$n | tostring] | select(. != null)] | "\(add // 0)|\(length)";
    length, "p01_01|\(box(100211))", "p04_01|\(box(102731))", "p05_01|\(box(103571))",
    "p24_08|\(box(114498))"' "$RECAP_DATA/$path" > known
found p01_01 p04_01 p05_01 p24_08 > found
compare $path

path=pileg-2024/dpd-tps-1101052004001.json
echo $path >> named
jq '[.chart | keys[] | select(. != "null")] | to_entries
    | map({key: .value, value: {nama: "CALON", nomor_urut: (.key + 1)}}) | from_entries' \
    "$RECAP_DATA/$path" > 11.json
want 0 recap-import -q -c pdpd -s sirekap --candidates 11.json "$RECAP_DATA/$path" > table.csv 2> err
jq -r '1, "s01|\(.chart["695637"])|1", "s29|\(.chart["695665"])|1",
    "suara_sah|\(.administrasi.suara_sah)|1", "suara_total|\(.administrasi.suara_total)|1",
    "pengguna_pindahan_j|\(.administrasi.pengguna_dptb_j)|1"' "$RECAP_DATA/$path" > known
found s01 s29 suara_sah suara_total pengguna_pindahan_j > found
compare $path

# No forms: PATH|what is said about it.
cat > refused <<'TXT'
two-source-2019/bulungan/expected_differences.csv|:1: error: no column holds a field of contest 'ppwp'
two-source-2019/kutai-timur/expected_differences.csv|:1: error: no column holds a field of contest 'ppwp'
two-source-2019/photo-entries-plano-salinan.csv|:1: error: there is no column 'kode' with the code of the TPS
register-2024/region-lists/65.json|: reject: not a Sirekap document: neither 'chart' nor 'administrasi' in it
TXT
while IFS='|' read -r path reason; do
    echo "$path" >> named
    want 2 recap-import -c ppwp -s x "$RECAP_DATA/$path" > table.csv 2> err
    [ ! -s table.csv ] || fail "$path: something was imported"
    grep -qF -e "$reason" err || fail "$path: $(cat err)"
done < refused

# A list of candidates is none of forms either, of which no record is taken.
for contest in pkwkp pkwkk; do
    want 2 recap-import -c $contest -s x "$RECAP_DATA/pilkada-2024/paslon-$contest.json" \
        > table.csv 2> err
    n=$(jq length "$RECAP_DATA/pilkada-2024/paslon-$contest.json")
    grep -q "read $n = imported 0 + superseded 0 + rejected $n\$" err ||
        fail "paslon-$contest.json: $(cat err)"
    grep -q 'a list of candidates, not of votes' err || fail "paslon-$contest.json: $(cat err)"
done

# KPU's list of regions, as a register of names: each is found by the code of its records.
regions=$RECAP_DATA/register-2024/region-lists/65.json
want 0 recap-import -q -c pkwkk -s sirekap -r "$regions" \
    --candidates "$RECAP_DATA/pilkada-2024/paslon-pkwkk.json" \
    "$RECAP_DATA/pilkada-2024/pkwkk_65_6501__2024-11-28T1225_481f1a6.json" > table.csv 2> err
jq -r '.[] | select(.kode == "6501") | .nama' "$regions" > known
query table.csv "select distinct kabko from t" > found
compare 'register-2024/region-lists/65.json'

# The list of all TPS of four kabupaten, with the names in one column: as a register it names the
# documents of Bekasi, and every TPS that a table does not have is missed.
path=register-2024/tps-bekasi-kutim-bulungan-seribu.csv
echo $path >> named
awk -F '"' -v OFS=, 'NR == 1 { print "kode,provinsi,kabko,kecamatan,desa,tps"; next }
    { n = split($2, name, ", "); sub(/,/, "", $1); sub(/TPS /, "", name[1])
        print $1, name[5], name[4], name[3], name[2], name[1] }' "$RECAP_DATA/$path" > register.csv
want 0 recap-import -q -c ppwp -s sirekap -r register.csv \
    "$RECAP_DATA/sirekap-2024-ppwp/tps-json-bekasi" > table.csv 2> err
query table.csv "select kode, 'TPS ' || tps || ', ' || desa || ', ' || kecamatan || ', ' || kabko
    || ', ' || provinsi from t" > found
query "$RECAP_DATA/$path" "select kode_tps, nama from t
    where kode_tps in ($(cut -d '|' -f 1 found | sed "s/.*/'&'/" | paste -sd ,)) order by 1" > known
compare $path
want 0 recap-import -q -c ppwp -s sirekap "$RECAP_DATA/sirekap-2024-ppwp/bulungan.csv" \
    > table.csv 2> err
want 1 recap-check -r register.csv table.csv > findings.csv 2> err
query findings.csv "select kode from t where aturan = 'R23' order by kode" > found
{
    query "$RECAP_DATA/$path" "select kode_tps from t"
    query table.csv "select kode from t"
} | sort | uniq -u > known
compare "$path: missing TPS"

# With a test of its own.
echo dialects/rekap-2019-dotted-thousands.json >> named # dialects.sh

# Nothing is left over, and nothing is named that is not there.
(cd_data && find . -type f) | sed 's,^\./,,' | sort > known
{
    echo README.md
    grep -v '/tps-json-bekasi$' named
} | sort -u > found
same 'the files of the folder' known found
