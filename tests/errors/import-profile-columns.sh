printf '[profil]\nsusunan=kolom\n' > x.profile
printf 'kode,s01\n3299122001001,1\n' > x.csv
recap-import -c ppwp -s plano -p ./x.profile x.csv
