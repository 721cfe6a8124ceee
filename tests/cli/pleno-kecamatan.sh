# The whole job in one run: the summary, what is written, and the numbers of the single tools.
cp -R samples/kecamatan rapat
chmod -R u+w rapat
recap-pleno rapat/meeting.conf || [ $? = 1 ]
cmp rapat/hasil/ringkasan.txt - << END
$(cd rapat && recap-pleno -q meeting.conf)
END
ls -A rapat/hasil
for file in temuan selisih terbuka; do
    echo "$file $(($(wc -l < rapat/hasil/$file-ppwp.csv) - 1))"
done
