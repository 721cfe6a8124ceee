# A profile says how the sheets are laid out and which are read; --sheet goes before it.
. "$srcdir/tests/errors/workbook.subr"
printf '%s\n' 'DESA : RANDU ASRI (3907122001)' 'NO|URAIAN|TPS 001|TPS 002|JUMLAH AKHIR' 'IV|PEROLEHAN SUARA' \
    '1|A. SUKA|1.005|nihil|5' > Formulir
printf '%s\n' 'kode|s01' '3907122001901|7' > 'Ketik 1'
printf '%s\n' 'kode|s01' '3907122001902|8' > 'Ketik 2'
printf '%s\n' 'Rapat pleno|hari Minggu' > 'Ketik lama'
for sheet in Formulir 'Ketik 1' 'Ketik 2' 'Ketik lama'; do
    cp "$sheet" "$sheet.txt"
    rows < "$sheet.txt" > "$sheet"
done
workbook buku.xlsx Formulir 'Ketik 1' 'Ketik 2' 'Ketik lama'
for sheet in Formulir 'Ketik 1' 'Ketik 2' 'Ketik lama'; do cp "$sheet.txt" "$sheet"; done
spreadsheet buku.ods Formulir 'Ketik 1' 'Ketik 2' 'Ketik lama'

# profile LAYOUT CHOICE
profile() {
    printf '[profil]\n%s\n[lembar]\n%s\n' "$1" "$2" > lembar.profile
    echo "== $1 $2"
}

for book in buku.xlsx buku.ods; do
    profile susunan=baris 'nama=ketik 1;KETIK 2'
    recap-import -c ppwp -s plano -p ./lembar.profile $book | cut -d, -f2,8-
    recap-import -q -c ppwp -s plano -p ./lembar.profile --sheet 'ketik 2' $book | cut -d, -f2,8-
    profile susunan=baris 'pola=/ketik .*/'
    recap-import -q -c ppwp -s plano -p ./lembar.profile $book | cut -d, -f2,8- || :
    profile susunan=baris semua=true
    recap-import -q -c ppwp -s plano -p ./lembar.profile --dry-run $book || :
    printf '[profil]\nsusunan=kolom\nangka=id\nkosong=nihil\n' > kolom.profile
    recap-import -c ppwp -s plano -p ./kolom.profile $book || :
    sed -i s/kolom/laporan/ kolom.profile
    recap-import -c ppwp -s plano -p ./kolom.profile $book || :
    profile susunan=kolom 'nama=Ketik 1'
    recap-import -c ppwp -s plano -p ./lembar.profile $book || :
    profile susunan=baris 'nama=Ketik 3'
    recap-import -c ppwp -s plano -p ./lembar.profile $book || :
done
