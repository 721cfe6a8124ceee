# What report-import.sh says of the presidential contest holds for all, parties with their candidates
# and marks of re-votes included.
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

# party NN: its own votes, two candidates, its total.
parties() {
    for number in 01 02 17 24; do
        printf 'p%s,p%s_01,p%s_02,p%s_j' $number $number $number $number
        [ $number = 24 ] || printf ,
    done
}

for seed in $seeds; do
    for contest in pdpd pdpr pdprdk pdprdp pkwkk pkwkp; do
        case $contest in
        pdpd) votes=$(series 's%02d' 1 50) ;;
        pk*) votes=$(series 's%02d' 1 2) ;;
        *) votes=$(parties) ;;
        esac
        table $contest "$votes" > table.csv
        want 1 recap-report -q -o minutes.xlsx table.csv
        want 0 recap-import -q -c $contest minutes.xlsx > back.csv
        awk -F , -v OFS=, 'NR > 1 { $10 = "x" } { print }' back.csv > read
        same "seed $seed, $contest" table.csv read
    done
done
