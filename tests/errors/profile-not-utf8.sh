# A profile that is not UTF-8 would make codes that are not.
printf '[profil]\nkode=\303\251\200{tps}\n[kolom]\ns01=a\n' > x.profile
recap-import -c ppwp -s x -p ./x.profile - < /dev/null
