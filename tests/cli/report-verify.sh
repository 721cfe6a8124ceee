# --verify: the workbook against its table; what was changed in the table or in the workbook is
# named with its cell.
for program in zip unzip; do
    command -v $program > path || { echo "$program is not installed"; exit 77; }
done
awk -v desa='3 2' -f "$srcdir/tests/cli/report-table.awk" |
    awk -F, -v OFS=, 'NR == 3 { $31 = "" } NR == 4 { $32 = "?" } { print }' > t.csv
printf '[rapat]\nnomor=1\ntempat=Balai\n[ppk 1]\nnama=Sari\n' > meeting.conf
recap-report -q -m meeting.conf -o t.xlsx t.csv || [ $? = 1 ]

echo 'the same'
recap-report -m meeting.conf --verify t.xlsx t.csv
echo 'rows in another order'
(head -n 1 t.csv; tail -n +2 t.csv | sort -r) > turned.csv
recap-report -m meeting.conf --verify t.xlsx turned.csv || echo "status $?"
echo 'without the meeting'
recap-report --verify t.xlsx t.csv || echo "status $?"
echo 'findings of a meeting that has ended, by other rules: without the meeting, without the rules'
printf '[rapat]\nmulai=09:00\nselesai=17:00\n' > ended.conf
printf '[R22]\ntingkat=info\n' > rules.conf
recap-check -q -o findings.csv t.csv || [ $? = 1 ]
recap-report -q -m ended.conf -F findings.csv --rules rules.conf -o ended.xlsx t.csv || [ $? = 1 ]
recap-report -q -m ended.conf -F findings.csv --rules rules.conf --verify ended.xlsx t.csv
recap-report -q -F findings.csv --rules rules.conf -o said --verify ended.xlsx t.csv || echo "status $?"
grep -E -e galat -e Ringkasan -e Selisih said
recap-report -q -m ended.conf -F findings.csv -o said --verify ended.xlsx t.csv || echo "status $?"
cat said
echo 'a vote more'
awk -F, -v OFS=, 'NR == 2 { $31++ } { print }' t.csv > more.csv
recap-report -q -m meeting.conf --verify t.xlsx more.csv || echo "status $?"

# change SHEET SED: the workbook with a member changed.
change() {
    rm -rf book changed.xlsx
    mkdir book
    (cd book && unzip -q ../t.xlsx && cp "xl/$1" ../member && sed -i "$2" "xl/$1" && zip -q -r ../changed.xlsx .)
    ! cmp -s member "book/xl/$1" || echo 'nothing was changed'
    recap-report -q -m meeting.conf --verify changed.xlsx t.csv || echo "status $?"
}
echo 'a number on the form of a TPS'
change worksheets/sheet3.xml 's|\(<c r="D35"[^>]*><v>\)[0-9]*|\1999|'
echo 'a formula'
change worksheets/sheet3.xml 's|<f>SUM(D35:F35)</f>|<f>SUM(D35:F35)+1</f>|'
echo 'a number in place of a formula'
change worksheets/sheet3.xml 's|<f>SUM(D35:F35)</f>||'
echo 'a formula that is shared with another cell, as Excel writes them'
first='<f t="shared" ref="G34:G36" si="0">'
change worksheets/sheet3.xml \
    "s|<f>SUM(D34|${first}SUM(D34|;s|<f>SUM(D35:F35)</f>|<f t=\"shared\" si=\"0\"/>|"
echo 'one that is shared with a cell that computes something else, with none, with none for it'
change worksheets/sheet5.xml \
    's|<f>SUM(D34|<f t="shared" ref="D34:F36" si="0">SUM(D34|;s|<f>[^<]*!G35</f>|<f t="shared" si="0"/>|'
change worksheets/sheet3.xml 's|<f>SUM(D35:F35)</f>|<f t="shared" si="0"/>|'
change worksheets/sheet3.xml \
    "s|<f>SUM(D34|${first}SUM(D34|;s|<f>SUM(D38:F38)</f>|<f t=\"shared\" si=\"0\"/>|"
echo 'a formula that is written, but is that of another cell'
change worksheets/sheet5.xml \
    's|<f>SUM(D34|<f t="shared" ref="D34:F36" si="0">SUM(D34|;s|<f>\([^<]*!G35\)|<f t="shared" si="0">\1|'
echo 'no formula, a formula of several cells'
change worksheets/sheet3.xml 's|<f>SUM(D35:F35)</f>|<f/>|'
change worksheets/sheet3.xml 's|<f>SUM(D35:F35)</f>|<f t="array" ref="G35:G36">SUM(D35:F35)</f>|'
echo 'a number that is a text: SUM() takes no notice of it'
change worksheets/sheet3.xml 's|\(<c r="D35" s="[0-9]*"\)>\(<v>56</v>\)|\1 t="str">\2|'
change worksheets/sheet3.xml 's|\(<c r="D35" s="[0-9]*"\)><v>56</v>|\1><is><t>56</t></is>|'
echo 'a hidden row, a hidden column'
change worksheets/sheet3.xml 's|<row r="35" |&hidden="1" |'
change worksheets/sheet3.xml 's|<col min="5" |<col hidden="1" min="5" |'
echo 'a hidden sheet, another name'
change workbook.xml 's|<sheet name="Kecamatan" |&state="hidden" |'
change workbook.xml 's|name="Pembetulan"|name="Koreksi"|'
echo 'a second sheet of the same name, a sheet that is a chart'
change workbook.xml 's|<sheet name="Kecamatan" [^>]*>|&<sheet name="Kecamatan" sheetId="20" r:id="rId2"/>|'
change workbook.xml 's|</sheets>|<sheet name="Bagan" sheetId="20" r:id="rId99"/>&|'
echo 'an annex that says there was a list of candidates, and other names'
change sharedStrings.xml 's|tabel akhir|daftar calon|;s|Anies|Andi|'
echo 'an annex that has another file'
change sharedStrings.xml 's|<t>[0-9a-f]\{4\} |<t>0000 |'
recap-report -q -m meeting.conf --input t.csv --verify t.xlsx t.csv || echo "status $?"
echo 'words behind the place where a form was read'
change sharedStrings.xml 's|Asal: t.csv:3|& - menurut saksi 500 suara|'
echo 'a format that shows another number'
change styles.xml 's|formatCode="#,##0&quot;\*&quot;"|formatCode="\&quot;999\&quot;"|'
echo 'one that shows another text, zero as a blank, the share of a contestant for a vote'
change styles.xml 's|formatCode="@"|formatCode=";;;\&quot;sesuai\&quot;"|' | cut -d, -f 3-7 | sort | uniq -c
change styles.xml 's|formatCode="#,##0"|formatCode="#,###"|' | cut -d, -f 3-7 | sort | uniq -c
change styles.xml 's|formatCode="#,##0"|formatCode="0\&quot;,\&quot;00\&quot; %\&quot;"|' | cut -d, -f 3-7 | sort | uniq -c
echo 'a condition that does so, a sheet that shows no zeros, one of columns without width'
cp t.xlsx plain.xlsx
rm -rf book
mkdir book
rule='<conditionalFormatting sqref="D35"><cfRule type="expression" dxfId="0" priority="1"/></conditionalFormatting>'
(cd book && unzip -q ../t.xlsx && sed -i "s|<mergeCells |$rule&|" xl/worksheets/sheet3.xml && zip -q -r ../t.xlsx .)
change styles.xml 's|<dxfs count="0"/>|<dxfs><dxf><numFmt numFmtId="165" formatCode="\&quot;999\&quot;"/></dxf></dxfs>|'
mv plain.xlsx t.xlsx
change worksheets/sheet3.xml 's|<sheetView |&showZeros="0" |'
change worksheets/sheet3.xml 's|<cols>.*</cols>||;s|<sheetFormatPr |&defaultColWidth="0" |'
echo 'a cell that says it is elsewhere, a second table'
change worksheets/sheet3.xml 's|<c r="D35"|<c r="D36"|'
change worksheets/sheet3.xml 's|</sheetData>|&<sheetData/>|'
echo 'another place of the meeting'
change sharedStrings.xml 's|bertempat di Balai|bertempat di Hotel|'
echo 'what a terminal or a spreadsheet would obey'
change sharedStrings.xml 's|<t>NOMOR: 1</t>|<t>=1+_x001B_[31m</t>|'
change workbook.xml 's|name="Pembetulan"|name="=\&#x85;x"|'
