# Sheets like the form whose heading has two or three rows: TPS above the numbers, desa side by side
# above the TPS, each with its own total.
. "$srcdir/tests/errors/workbook.subr"
printf '%s\n' 'kode,provinsi,kabko,kecamatan,desa,tps' '3907122001001,NUSA,MERAWAN,TELUK RANDU,RANDU-ASRI,001' \
    '3907122002001,NUSA,MERAWAN,TELUK RANDU,RANDU SARI,001' > register.csv
printf '%s\n' 'KECAMATAN : TELUK RANDU' 'DESA : RANDU ASRI (3907122001)' \
    'NO|URAIAN|LK/PR/JML|TPS|<c/>|<c/>|JUMLAH' '<c/>|<c/>|<c/>|001|002|901|AKHIR' '(1)|(2)|(3)|(4)|(5)|(6)|(7)' \
    'IV|PEROLEHAN SUARA' '1|A. SUKA|<c/>|5|6|7|18' '2|B. DUKA|<c/>|1|2|<c/>|3' > satu
printf '%s\n' 'KECAMATAN : TELUK RANDU|<c/>|<c/>|<c/>' '<c/>|<c/>|Randu Asri|<c/>|<c/>|Desa Randu Sari|<c/>' \
    'NO|URAIAN|TPS|<c/>|JUMLAH|TPS|JUMLAH|JUMLAH AKHIR' '<c/>|<c/>|1|2|<c/>|001' \
    'IV|PEROLEHAN SUARA' '1|A. SUKA|5|6|11|7|7|18' '2|B. DUKA|1|2|3|4|4|7' > dua
printf '%s\n' 'KECAMATAN : TELUK RANDU' 'NO|URAIAN|DESA SEBERANG|DESA : LAIN (3907122009)' '<c/>|<c/>|TPS 001|TPS 001|JUMLAH' \
    'IV|PEROLEHAN SUARA' '1|A. SUKA|5|6|12' > tiga
printf '%s\n' 'KECAMATAN|: TELUK RANDU|<c/>|DESA : RANDU ASRI' 'NO|URAIAN|TPS 001|TPS 002' 'IV|PEROLEHAN SUARA' \
    '1|A. SUKA|5|6' > empat
printf '%s\n' 'DESA : RANDU ASRI' '<c/>|<c/>|<c/>|DESA RANDU SARI' 'NO|URAIAN|TPS 001|TPS 001' 'IV|PEROLEHAN SUARA' \
    '1|A. SUKA|5|7' > lima
for sheet in satu dua tiga empat lima; do rows < $sheet > $sheet.rows; done
workbook dua.xlsx satu.rows dua.rows
recap-import -c ppwp -s plano -r register.csv dua.xlsx | cut -d, -f2,6- || :
spreadsheet satu.ods satu
recap-import -q -c ppwp -s plano satu.ods | cut -d, -f2,6-
workbook tiga.xlsx tiga.rows
recap-import -c ppwp -s plano -r register.csv tiga.xlsx | cut -d, -f2,6- || :

# A title above the heading is of all TPS; a desa above some of them is not of the others.
workbook empat.xlsx empat.rows
recap-import -q -c ppwp -s plano -r register.csv empat.xlsx | cut -d, -f2,6-
workbook lima.xlsx lima.rows
recap-import -q -c ppwp -s plano -r register.csv lima.xlsx | cut -d, -f2,6-
