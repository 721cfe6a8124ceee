printf '[profil]\nangka=id\n[lembar]\nnama=a\npola=/b/\n' > x.profile
recap-import -c ppwp -s plano -p ./x.profile x.csv
