printf '[profil]\nangka=id\n[kolom]\nkode=id\ns01=a\n' > x.profile
echo '[{"id":"3299122001001","a":5},7]' > x.json
recap-import -c ppwp -s plano -p ./x.profile x.json
