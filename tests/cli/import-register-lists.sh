# KPU's lists of regions as a register: names of every level, and the TPS that must exist.
mkdir -p wilayah/32 berkas
echo '[{"nama":"CONTOH","id":1,"kode":"32","tingkat":1}]' > wilayah/0.json
echo '[{"nama":"MERAWAN","id":2,"kode":"3299","tingkat":2}]' > wilayah/32.json
echo '[{"nama":"TELUK RANDU","id":3,"kode":"329901","tingkat":3}]' > wilayah/32/3299.json
echo '[{"nama":"RANDU ASRI","id":4,"kode":"3299011001","tingkat":4},{"nama":"RANDU BARU","id":9,"kode":"3299011002","tingkat":4}]' > wilayah/32/329901.json
echo '[{"nama":"TPS 001","id":5,"kode":"3299011001001","tingkat":5},{"nama":"TPS 002","id":6,"kode":"3299011001002","tingkat":5}]' > wilayah/32/3299011001.json
echo '{"chart":{"100025":1},"administrasi":null}' > berkas/3299011001001.json
echo '{"chart":{"100025":1},"administrasi":null}' > berkas/3299011001003.json
echo '{"table":{"3299011001":{"100025":1},"3299011002":{"100025":2}}}' > 329901.json
recap-import -q -c ppwp -s sirekap -r wilayah -o tps.csv berkas
recap-import -q -c ppwp -s sirekap -r wilayah -o desa.csv 329901.json
cut -d, -f 2,4-8 tps.csv desa.csv
recap-check -q -r wilayah tps.csv > temuan.csv || echo "status $?"
grep R23 temuan.csv | cut -d, -f 2-8,18
# Names of a level that no list has come from the stations of a register.
echo 'kode,provinsi,kabko,kecamatan,desa,tps
3299011002001,CONTOH,MERAWAN,TELUK RANDU,RANDU BARU,001' > register.csv
recap-import -q -c ppwp -s sirekap -r register.csv 329901.json | cut -d, -f 2,4-8
