# Names that lead elsewhere do no harm: nothing is written. Links are named and not followed.
mkdir -p data/luar
echo '{"chart":{"100025":1},"administrasi":null}' > data/3299011001001.json
cp data/3299011001001.json data/luar/3299011001002.json
ln -s /etc/passwd data/3299011001003.json
ln data/3299011001001.json data/3299011001004.json
(cd data/luar && tar -P --sort=name -cf ../../tricks.tar ../3299011001001.json 3299011001002.json \
    ../3299011001003.json ../3299011001004.json)
rm -r data
recap-import -c ppwp -s sirekap tricks.tar > rekap.csv
cut -d, -f 2,11,27 rekap.csv
find . -name '*.json'
