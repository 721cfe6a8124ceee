# The same three TPS in every shape that a file can have.
a='{"chart":{"100025":1,"100026":2},"administrasi":{"suara_sah":3},"ts":"2024-02-15 07:00:00"'
b='{"chart":{"100025":4},"administrasi":null,"ts":"2024-02-15 07:00:00"'
c='{"chart":null,"administrasi":null,"ts":"2024-02-15 07:00:00"'
mkdir -p berkas/hhcw/ppwp
echo "$a}" > berkas/hhcw/ppwp/3299011001001.json
echo "$b}" > berkas/hhcw/ppwp/3299011001002.json
echo "$c}" > berkas/hhcw/ppwp/3299011001003.json
printf '%s,"kode":"3299011001001"}\n%s,"kode":"3299011001002"}\n%s,"code":"3299011001003"}\n' "$a" "$b" "$c" > baris.json
printf '[%s,"kode":"3299011001001"},\n%s,"kode":"3299011001002"},\n%s,"kode":3299011001003}]\n' "$a" "$b" "$c" > larik.json
printf '{"3299011001001":%s},\n"3299011001002":%s},\n"3299011001003":%s}}\n' "$a" "$b" "$c" > kode.json
printf '{"hhcw/ppwp/3299011001001.json":%s},\n"3299011001002.json":%s},\n"x/3299011001003.json":%s}}\n' "$a" "$b" "$c" > jalan.json
for name in berkas baris.json larik.json kode.json jalan.json; do
    recap-import -q -c ppwp -s sirekap $name | cut -d, -f 2,8,9,11- | sed "s/,[^,]*json/,$name/"
done
