# The plenary decides in the workbook: the sheet is filled in, read back, applied, logged, kept, and
# the next workbook shows what was decided and takes the rest.
. "$srcdir/tests/cli/fill.subr"
for program in zip unzip; do
    command -v $program > path || { echo "$program is not installed"; exit 77; }
done
cat > plano.csv << 'END'
kontes,kode,sumber,desa,tps,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total
ppwp,3907122001001,plano,RANDU ASRI,001,65,50,40,155,?,160
ppwp,3907122001002,plano,RANDU ASRI,002,10,20,30,61,,61
ppwp,3907122001003,plano,RANDU ASRI,003,1,2,3,6,0,6
END
cat > sirekap.csv << 'END'
kontes,kode,sumber,desa,tps,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total
ppwp,3907122001001,sirekap,RANDU ASRI,001,865,50,40,155,5,160
ppwp,3907122001002,sirekap,RANDU ASRI,002,10,20,30,61,,61
ppwp,3907122001004,sirekap,RANDU ASRI,004,1,2,3,6,0,6
END
recap-check -o temuan.csv plano.csv || echo "status $?"
recap-diff -o selisih.csv plano.csv sirekap.csv || echo "status $?"
recap-report -q -F temuan.csv -F selisih.csv -o rapat.xlsx plano.csv || echo "status $?"

# rows WORKBOOK: number, rule, SEMULA to WAKTU, status and key without its seal, of each row.
rows() {
    unzip -p "$1" xl/sharedStrings.xml > strings
    unzip -p "$1" "$(sheet_path "$1" Selisih)" > sheet
    awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet | awk -F '\t' '
        { row = $1; column = $1; gsub(/[A-Z]/, "", row); gsub(/[0-9]/, "", column)
          if (row + 0 < 6) next
          cell[row, column] = $2; if (row + 0 > last) last = row + 0 }
        END { for (row = 6; row <= last; row++) {
            key = cell[row, "S"]
            if (key == "") continue
            sub(/ [^ ]*$/, "", key)
            print row "|" cell[row, "C"] "|" cell[row, "J"] "|" cell[row, "K"] "|" cell[row, "L"] \
                "|" cell[row, "M"] "|" cell[row, "N"] "|" cell[row, "O"] "|" cell[row, "P"] \
                "|" cell[row, "Q"] "|" key } }'
}
echo '-- before the meeting'
rows rapat.xlsx

# By the keys of the rows: s01 of TPS 001 as it is, its unreadable box, suara_sah of TPS 002, and
# the form that the plano does not have.
row() {
    rows rapat.xlsx | awk -F '|' -v key="$1" '$11 == key { print $1; exit }'
}
a=$(row 'ppwp 3907122001001 s01 terbuka')
b=$(row 'ppwp 3907122001001 suara_tidak_sah terbuka')
c=$(row 'ppwp 3907122001002 suara_sah terbuka')
d=$(row 'ppwp 3907122001004 - catat')
{
    printf 'K%s\t65\nL%s\tplano\nO%s\tKetua PPK; Panwaslu\nP%s\t20/2/2024 9.05\n' $a $a $a $a
    printf 'K%s\t#5\nL%s\tHitung-Ulang\nM%s\t=1+1\nN%s\t#3\nO%s\tPPK dan saksi 01\n' $b $b $b $b $b
    printf 'K%s\t 60 \nL%s\tplano\nO%s\tPPK\n' $c $c $c
    printf 'L%s\tplano\nM%s\ttidak ada TPS itu\nO%s\tPPK; Panwaslu\n' $d $d $d
} | fill rapat.xlsx Selisih terisi.xlsx
echo '-- resolved'
recap-resolve -d terisi.xlsx -F temuan.csv -F selisih.csv --two-names --log log.csv \
    --keep keputusan.csv --refused ditolak.csv --undecided terbuka.csv -o final.csv plano.csv ||
    echo "status $?"
cat final.csv log.csv keputusan.csv ditolak.csv
cut -d, -f 2,8,10 terbuka.csv
recap-resolve --verify-log log.csv

echo '-- the same once more: nothing new in the log'
cp log.csv before.csv
recap-resolve -q -d keputusan.csv -d terisi.xlsx --two-names --log log.csv -o again.csv \
    plano.csv || echo "status $?"
cmp before.csv log.csv
cmp final.csv again.csv

echo '-- the next workbook'
recap-report -q -F temuan.csv -F selisih.csv -d keputusan.csv -o rapat-2.xlsx final.csv || echo "status $?"
rows rapat-2.xlsx
recap-resolve -q -d rapat-2.xlsx -F selisih.csv -o again.csv plano.csv || echo "status $?"
cmp final.csv again.csv
recap-resolve -q -d keputusan.csv -d rapat-2.xlsx -F selisih.csv --keep again-keputusan.csv -o again.csv plano.csv || echo "status $?"
cmp final.csv again.csv
cmp keputusan.csv again-keputusan.csv
# The final table has it all already: that is kept, too.
recap-resolve -q -d rapat-2.xlsx -F selisih.csv --keep again-keputusan.csv -o again.csv final.csv || echo "status $?"
cut -d, -f 1-6 again-keputusan.csv
# What is decided after it about the same box stands after it.
cell=$(sed -n '2s/^\([^,]*,[^,]*,[^,]*\),.*/\1/p' again-keputusan.csv)
now=$(sed -n 2p again-keputusan.csv | cut -d, -f 5)
{
    sed -n '1s/,aturan.*//p' again-keputusan.csv
    echo "$cell,$now,77,hitung-ulang,sekali lagi,,PPK,"
} > tambahan.csv
recap-resolve -q -d rapat-2.xlsx -d tambahan.csv -F selisih.csv --keep both.csv -o later.csv final.csv || echo "status $?"
grep "^$cell," both.csv | cut -d, -f 3-5
recap-resolve -q -d both.csv -F selisih.csv -o again.csv plano.csv || echo "status $?"
cmp later.csv again.csv

echo '-- newer data'
sed 's/001,65,50/001,66,50/' plano.csv > newer.csv
recap-resolve -q -d terisi.xlsx -o again.csv newer.csv || echo "status $?"
