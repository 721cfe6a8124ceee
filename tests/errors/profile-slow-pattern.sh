printf '[profil]\n[kolom]\nkode=kode\ns01=/(a|aa)+[xy]/\n' > x.profile
printf 'kode,%s\n1,1\n' aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa > ketik.csv
recap-import -c ppwp -s x -p ./x.profile ketik.csv
