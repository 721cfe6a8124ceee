. "$srcdir/tests/errors/workbook.subr"
printf 'kode|s01\n' | rows > Satu
workbook x.xlsx Satu
printf '[profil]\nangka=id\n[lembar]\npola=/dua/\n' > x.profile
recap-import -c ppwp -s plano -p ./x.profile x.xlsx
