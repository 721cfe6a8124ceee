printf '[profil]\n[kolom]\nkode=kode\nsuara=s\n' > x.profile
printf 'kode,s\n3299122001001,1\n' > ketik.csv
recap-import -c ppwp -s x -p ./x.profile ketik.csv
