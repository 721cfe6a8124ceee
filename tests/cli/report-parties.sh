# A party contest with names from KPU's lists: a bar for each party, the ballot of the table only.
cells() {
    unzip -p t.xlsx xl/worksheets/sheet$1.xml > sheet
    awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet
}
cat > t.csv << 'END'
kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,p01,p01_01,p01_02,p01_j,p18,p18_j,p24,p24_01,p24_j,suara_sah
pdpr,9171012001001,plano,PAPUA,KOTA PELABUHAN,ABADI,TIMUR,001,1,2,3,6,,,4,,4,10
pdpr,9171012001002,plano,PAPUA,KOTA PELABUHAN,ABADI,TIMUR,002,10,20,30,60,,,0,1,1,61
END
cat > partai.json << 'END'
{"1":{"ts":"x","id_partai":1,"nama":"PARTAI SATU","nomor_urut":1},
 "24":{"ts":"x","id_partai":24,"nama":"=PARTAI & AKHIR","nomor_urut":24}}
END
cat > 9101.json << 'END'
{"1":{"100":{"nama":"NAMA A","nomor_urut":1},"101":{"nama":"Suara sah","nomor_urut":2}},
 "24":{"102":{"nama":"<b>C","nomor_urut":1}}}
END
recap-report --candidates partai.json --candidates 9101.json -o t.xlsx t.csv || echo "status $?"
unzip -p t.xlsx xl/workbook.xml | sed 's/<sheet /\n&/g' | sed -n 's/^<sheet name="\([^"]*\)".*/\1/p'
unzip -p t.xlsx xl/sharedStrings.xml > strings
for sheet in 1 2 3; do
    echo "sheet $sheet"
    cells $sheet
done
# The names do not stand in the way of reading the minutes again.
recap-import -q -c pdpr t.xlsx
