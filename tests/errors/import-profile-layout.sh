printf '[profil]\nsusunan=kolom\nkode={tps}\n' > x.profile
recap-import -c ppwp -s plano -p ./x.profile x.csv
