# What is no document is counted; what is not a plain file is named and not followed.
mkdir -p data/32/3299
echo '{"chart":{"100025":1},"administrasi":null}' > data/32/3299/3299011001001.json
gzip data/32/3299/3299011001001.json
printf 'kode,s01\n3299011001002,2\n' > data/desa.csv
: > data/foto.jpg
: > data/LICENSE
: > data/._desa.csv
ln -s /etc data/luar
recap-import -c ppwp -s sirekap data > rekap.csv
cut -d, -f 2,3,11,27 rekap.csv
recap-import -v -c ppwp -s sirekap data > rekap.csv
