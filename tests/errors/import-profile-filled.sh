printf '[profil]\nisi_ke_bawah=tps\n' > x.profile
recap-import -c ppwp -s plano -p ./x.profile x.csv
