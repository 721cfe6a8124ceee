# The annex of sources: every file with its SHA-256, size and records; what forms name and nobody
# gave; a folder; standard input.
annex() {
    unzip -p t.xlsx xl/sharedStrings.xml > strings
    n=$(unzip -p t.xlsx xl/workbook.xml | grep -o '<sheet ' | wc -l)
    unzip -p t.xlsx "xl/worksheets/sheet$n.xml" > sheet
    awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet
}
awk -v desa='3 2' -f "$srcdir/tests/cli/report-table.awk" | awk -F, -v OFS=, '
    BEGIN { split("asal|ketikan.xlsx!Lembar 1!4|sirekap/13/1.json|sirekap/13/2.json|arsip.zip!a/1.json|lain.csv:7", asal, "|") }
    { $8 = $8 "," asal[NR]; print }' > t.csv
cat > meeting.conf << 'END'
[rapat]
nomor=1
END
cat > findings.csv << 'END'
kontes,kode,provinsi,kabko,kecamatan,desa,tps,aturan,tingkat,isian,sumber_a,nilai_a,sumber_b,nilai_b,selisih,sebab,keterangan,asal_a,asal_b
ppwp,1309012002901,,,,TAILELEU,901,D03,galat,,plano,,sirekap,,,,TPS tidak ada pada Sirekap,plano.csv:6,
END
mkdir -p asli/sirekap/13
echo workbook > asli/ketikan.xlsx
for i in 1 2; do echo "$i" > asli/sirekap/13/$i.json; done
recap-report -q -m meeting.conf -F findings.csv -o t.xlsx --input asli/ketikan.xlsx --input asli/sirekap t.csv
annex | sed -n '/^A[4-9]/,$p' | tee cells
# As sha256sum has it.
for file in t.csv findings.csv meeting.conf asli/ketikan.xlsx; do
    grep -q "$(sha256sum "$file" | sed 's/ .*//; s/..../& /g; s/ $//')" cells || echo "$file: not its SHA-256"
done
grep -q "$(cd asli/sirekap && find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum | sed 's/ .*//; s/..../& /g; s/ $//')" cells ||
    echo 'the folder: not its SHA-256'
echo 'standard input and a device'
recap-report -q -o t.xlsx --input /dev/null < t.csv
annex | grep '^[A-G][67]	'
