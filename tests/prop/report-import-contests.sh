# What report-import.sh says of the presidential contest holds for all, parties with their candidates
# and marks of re-votes included; for Aceh's 24 parties, for a pair alone and against the empty box;
# and after LibreOffice saved the workbooks again as .xlsx and as .ods.
. "$srcdir/tests/prop/common.subr"

# table CONTEST VOTES: makes up a table of two desa with the boxes VOTES.
table() {
    awk -v seed="$seed" -v contest="$1" -v votes="$2" '
        function box() {
            chance = rand()
            return chance < 0.05 ? "" : chance < 0.1 ? "?" : int(rand() * 300)
        }
        BEGIN {
            srand(seed)
            n = split("pemilih_dpt pengguna_dpt pengguna_pindahan pengguna_khusus pengguna_total", rows, " ")
            for (i = 1; i <= n; i++)
                fields = fields "," rows[i] "_l," rows[i] "_p," rows[i] "_j"
            fields = fields ",surat_diterima,surat_digunakan,surat_dikembalikan,surat_tidak_digunakan"
            fields = fields ",disabilitas_l,disabilitas_p,disabilitas_j," votes ",suara_sah,suara_tidak_sah,suara_total"
            print "kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,psu,asal" fields
            n = split(fields, all, ",") - 1
            for (desa = 1; desa <= 2; desa++)
                for (tps = 1; tps <= 17; tps++) {
                    number = sprintf("%03d", (tps == 17 ? 901 : tps))
                    printf "%s,390712200%d%s,final,NUSA,MERAWAN,TELUK (LAMA),DESA %d,%s,%s,x", contest, desa, number, desa, number,
                        (rand() < 0.2 ? "Penghitungan Suara Ulang" : "")
                    for (i = 1; i <= n; i++)
                        printf ",%s", box()
                    print ""
                }
        }'
}

# series FORMAT FIRST LAST: the names by number, with commas between.
series() {
    awk -v format="$1" -v first="$2" -v last="$3" 'BEGIN {
        for (i = first; i <= last; i++)
            printf "%s" format, (i > first ? "," : ""), i
    }'
}

# parties NN...: the votes of each, of two candidates, their sum.
parties() {
    for number; do
        printf 'p%s,p%s_01,p%s_02,p%s_j\n' "$number" "$number" "$number" "$number"
    done | paste -sd ,
}

# compare WHAT CONTEST WORKBOOK: it holds the table of the contest, but for where it was read.
compare() {
    want 0 recap-import -q -c "$2" "$3" > back.csv
    awk -F , -v OFS=, 'NR > 1 { $10 = "x" } { print }' back.csv > read
    same "$1" "$table" read
}

# CASE CONTEST BOXES
cat > cases <<TXT
ppwp ppwp $(series 's%02d' 1 3)
pdpd pdpd $(series 's%02d' 1 50)
pdpr pdpr $(parties 01 02 17 24)
pdprdk pdprdk $(parties 01 02 17 24)
pdprdp pdprdp $(parties 01 02 17 24)
dpra pdprdp $(parties $(seq -w 1 24))
dprk pdprdk $(parties $(seq -w 1 24))
pkwkk pkwkk $(series 's%02d' 1 4)
pkwkp pkwkp $(series 's%02d' 1 3)
kolom-kosong-k pkwkk $(series 's%02d' 1 2)
kolom-kosong-p pkwkp $(series 's%02d' 1 2)
satu-pasangan pkwkk s01
TXT
for seed in $seeds; do
    while read -r case contest boxes; do
        table=$case-$seed.csv
        table "$contest" "$boxes" > "$table"
        want 1 recap-report -q -o "$case-$seed.xlsx" "$table"
        compare "seed $seed, $case" "$contest" "$case-$seed.xlsx"
    done < cases
done

# A program for the desk needs a home; it gets one of its own. One seed will do.
need soffice
HOME=$PWD/home
export HOME
seed=${seeds%% *}
mkdir home saved
for format in xlsx ods; do
    soffice --headless --convert-to $format --outdir saved ./*-"$seed".xlsx > log 2>&1 ||
        fail "LibreOffice: $(cat log)"
    while read -r case contest boxes; do
        table=$case-$seed.csv
        compare "$case saved as .$format" "$contest" "saved/$case-$seed.$format"
    done < cases
done
