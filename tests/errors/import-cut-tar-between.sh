# Cut just behind the first of two members: nothing but the missing end tells.
mkdir data
for i in 1 2; do
    echo "{\"chart\":{\"100025\":$i},\"administrasi\":null}" > data/329901100100$i.json
done
(cd data && tar cf ../semua.tar 3299011001001.json 3299011001002.json)
head -c 1024 semua.tar > putus.tar
recap-import -c ppwp -s sirekap putus.tar
