printf '[profil]\nangka=id\n[kolom]\nkode=id\ns01=a\n' > x.profile
awk 'BEGIN { printf "[{\"id\":1,\"a\":5"; for (i = 0; i < 999; i++) printf ",\n\"m%d\":0", i; print "}]" }' > x.json
recap-import -c ppwp -s plano -p ./x.profile x.json
