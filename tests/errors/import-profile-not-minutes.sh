. "$srcdir/tests/errors/workbook.subr"
printf 'URAIAN|TPS 001\n' | rows > Satu
workbook x.xlsx Satu
printf '[profil]\nsusunan=laporan\n' > x.profile
recap-import -c ppwp -s plano -p ./x.profile x.xlsx
