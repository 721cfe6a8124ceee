# LibreOffice, made to forget every value of a formula and to calculate all anew, comes to the values
# that are in the workbook: every cell of every sheet, for every contest, with blanks and findings.
. "$srcdir/tests/cli/workbook.subr"
for program in soffice zip unzip; do
    command -v $program > path || { echo "$program is not installed"; exit 77; }
done

# values BOOK SHEETS: the cells, one a line: SHEET <TAB> REF <TAB> value, or only those with formulas
values() {
    unzip -p "$1" xl/sharedStrings.xml > strings
    for number in $(seq "$2"); do
        unzip -p "$1" "xl/worksheets/sheet$number.xml" | sed 's/<f [^>]*>/<f>/g' > sheet
        awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet | sed "s/^/$number	/"
    done
}

mkdir book forgot saved profile profile/user
while read -r contest contestants; do
    "$builddir/tests/gen/gen" --contest "$contest" --contestants "$contestants" --desa 3 --tps 17,3,2 \
        --special 1 --damage --fault acak=3 --out "$contest"
    recap-check -q "$contest/plano.csv" > findings.csv || [ $? = 1 ]
    recap-diff -q "$contest/plano.csv" "$contest/sirekap.csv" > more.csv || [ $? = 1 ]
    recap-report -q -F findings.csv -F more.csv -o "$contest.xlsx" "$contest/plano.csv" || [ $? = 1 ]
    rm -rf book
    mkdir book
    (cd book && unzip -q "../$contest.xlsx")
    sed -i 's|</f><v>[^<]*</v>|</f><v>7</v>|g' book/xl/worksheets/*.xml
    (cd book && zip -q -r "../forgot/$contest.xlsx" .)
done << 'END'
pdpd 12
pdpr 3
pdprdk 2
pdprdp 2
pkwkk 3
pkwkp 2
ppwp 3
END
cat > profile/user/registrymodifications.xcu << 'END'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
END
soffice -env:UserInstallation="file://$PWD/profile" --headless --convert-to xlsx --outdir saved \
    forgot/*.xlsx > log 2>&1 || { cat log; exit 1; }
for workbook in pdpd pdpr pdprdk pdprdp pkwkk pkwkp ppwp; do
    sheets=$(unzip -Z1 $workbook.xlsx | grep -c '^xl/worksheets/sheet')
    values $workbook.xlsx "$sheets" > all
    awk -F '\t' '$4 != ""' all | cut -f 1-3 > want
    values saved/$workbook.xlsx "$sheets" | awk -F '\t' '$4 != ""' | cut -f 1-3 > got
    diff want got > differences || { head -n 20 differences; exit 1; }
    echo "$workbook: $sheets sheets, formulas in $(cut -f 1 want | sort -u | wc -l)"
    test "$(wc -l < want)" -gt 100
done
