# What would come from where, and no table.
mkdir data
echo '{"chart":{"100025":1},"administrasi":null}' > data/3299011001001.json
echo '{"chart":{"100025":x' > data/3299011001002.json
printf 'kode,s01\n3299011001003,2\n3299011001003,2\n3299011001004,1O\n' > data/desa.csv
recap-import -q -c ppwp -s sirekap --dry-run data > ringkasan.csv || echo "status $?"
cat ringkasan.csv
