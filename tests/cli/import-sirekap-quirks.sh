# Every quirk of the public documents. Blank stays blank, 0 stays 0.
mkdir berkas
a='"administrasi":{"suara_sah":5,"suara_total":null}'
t='"ts":"2024-02-15 07:00:00"'
echo "{\"chart\":null,$a,\"psu\":null,$t}" > berkas/3299011001001.json
echo "{\"chart\":{\"null\":null},$a,\"psu\":null,$t}" > berkas/3299011001002.json
echo "{\"chart\":{\"100027\":null,\"null\":null,\"100025\":3},\"administrasi\":null,\"psu\":null,$t}" > berkas/3299011001003.json
echo "{$t,\"psu\":\"Pemungutan Suara Ulang\",$a,\"chart\":{\"100026\":\"4\",\"100025\":\"\"},\"mode\":\"hhcw\"}" > berkas/3299011001004.json
echo "{\"chart\":{\"100025\":0,\"100026\":7.0},\"administrasi\":{\"pengguna_total_j\":0,\"suara_total\":225}}" > berkas/3299011001005.json
echo "{\"chart\":{\"100025\":48210},\"administrasi\":{},\"ts\":null}" > berkas/3299011001006.json
printf '\357\273\277{\r\n"chart":null,\r\n"administrasi":null}\r\n' > berkas/3299011001901.json
recap-import -c ppwp -s sirekap berkas > rekap.csv
cut -d, -f 2,9,10,19,26-32 rekap.csv
