# Sums give the minutes of the level above: a kab/kota of its kecamatan, what they lack, who signs.
cells() {
    unzip -p t.xlsx xl/worksheets/sheet$1.xml > sheet
    awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet
}
cat > t.csv << 'END'
kontes,kode,sumber,provinsi,kabko,kecamatan,tps_terdaftar,tps_masuk,tps_lengkap,s01,s02,s03,suara_sah
ppwp,390712,final,NUSA CONTOH,KABUPATEN MERAWAN,TELUK RANDU,52,51,51,3087,2652,2796,8535
ppwp,390713,final,NUSA CONTOH,KABUPATEN MERAWAN,BUKIT SELASIH,7,7,7,100,200,300,600
END
cat > meeting.conf << 'END'
[rapat]
tempat=Merawan
tanggal=2024-02-28
tanggal_selesai=2024-03-01
[kpu 1]
nama=Sariman Pujangga
[kpu 2]
nama=Rumini Telasih
alasan=menunggu putusan Bawaslu
[kpu 6]
nama=Bonar Silalengu
[saksi 3]
nama=Tarmuji Arwana
alasan=keberatan atas hasil Teluk Randu
END
recap-report -m meeting.conf -o t.xlsx t.csv || echo "status $?"
unzip -p t.xlsx xl/sharedStrings.xml > strings
for sheet in 1 2 3 9; do
    echo "sheet $sheet"
    cells $sheet
done
