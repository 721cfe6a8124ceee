# Meeting, findings and decisions: what the cover and the lists say.
cells() {
    unzip -p t.xlsx xl/worksheets/sheet$1.xml > sheet
    awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet
}
awk -v desa='3 2' -f "$srcdir/tests/cli/report-table.awk" > t.csv
cat > meeting.conf << 'END'
[rapat]
nomor=12/PL.02.6-BA/2024
tempat=Gedung Serbaguna
tanggal=2024-02-20
mulai=09:00
[ppk 1]
nama=Yohanes Sabelau
[saksi 2]
nama=Dewi Lestari
alasan=Keberatan atas hasil TPS 002
[kejadian 1]
kode=1309012001002
waktu=2024-02-20 14:10
uraian=Kotak dibuka kembali
pihak=Saksi 2
penyelesaian=Diteruskan ke kabupaten
END
cat > findings.csv << 'END'
kontes,kode,provinsi,kabko,kecamatan,desa,tps,aturan,tingkat,isian,sumber_a,nilai_a,sumber_b,nilai_b,selisih,sebab,keterangan,asal_a,asal_b
ppwp,1309012001003,,,,SAGULUBBEK PERBATASAN SELATAN,003,D01,galat,s01,plano,64,sirekap,864,800,ratusan-tambahan,"64 pada plano, 864 pada Sirekap",plano.csv:4,sirekap.csv:9
ppwp,1309012002901,,,,TAILELEU,901,D03,galat,,plano,,sirekap,,,,TPS tidak ada pada Sirekap,plano.csv:6,
pdpr,1309012001003,,,,,,R08,galat,suara_sah,plano,1,,2,1,,lain,,
END
value=$(awk -F, '$2 == "1309012001003" { print $31 }' t.csv)
cat > decisions.csv << END
kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu
ppwp,1309012001003,s01,864,$value,plano,Dicocokkan dengan plano,1,PPK; saksi,2024-02-20 10:15
END
recap-report -m meeting.conf -F findings.csv -d decisions.csv -o t.xlsx t.csv
unzip -p t.xlsx xl/sharedStrings.xml > strings
for sheet in 1 2 6 7 8 11; do
    echo "sheet $sheet"
    cells $sheet
done
