# Sheets like the official form, made in another program: names without codes, blocks one below the
# other and on two sheets, sums carried forward, ballot numbers instead of labels, blanks and '?'.
. "$srcdir/tests/errors/workbook.subr"
printf '%s\n' 'kode,provinsi,kabko,kecamatan,desa,tps' '3907122001001,NUSA,MERAWAN,TELUK RANDU,RANDU-ASRI,001' > register.csv
printf '%s\n' 'SERTIFIKAT|PROVINSI|: NUSA' 'KECAMATAN :|TELUK RANDU' 'DESA/KELURAHAN|: RANDU ASRI' \
    'NO|URAIAN|LK/PR/JML|TPS 1|TPS-002|JUMLAH PINDAHAN' '1|2|3|4|5|6' \
    'I|DATA PEMILIH' 'I.A|Pemilih DPT|LK|10|20|30' '<c/>|<c/>|PR|11|21|32' '<c/>|<c/>|JML|21|41|62' \
    'IV|PEROLEHAN SUARA' '1|A. SUKA|<c/>|5|6|11' '02|B. DUKA|<c/>|<c/>|7|7' \
    'NO|URAIAN|LK/PR/JML|JUMLAH PINDAHAN|TPS 003|JUMLAH PINDAHAN' \
    'IV|PEROLEHAN SUARA' '1|A. SUKA|<c/>|11|1|12' '2|B. DUKA|<c/>|7|?|7' 'Saksi|Budi' | rows > hal1
printf '%s\n' 'KECAMATAN : TELUK RANDU' 'DESA/KELURAHAN : RANDU ASRI' \
    'NO|URAIAN|LK/PR/JML|JUMLAH PINDAHAN|TPS 901|JUMLAH AKHIR' \
    'IV|PEROLEHAN SUARA' '1|A. SUKA|<c/>|12|3|15' '2|B. DUKA|<c/>|7|XXX|7' | rows > hal2
workbook desa.xlsx hal1 hal2
recap-import -c ppwp -s salinan:saksi -r register.csv desa.xlsx
