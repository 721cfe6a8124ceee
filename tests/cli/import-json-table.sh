# A list of JSON objects is a table when a profile knows its members: thousands with dots, lists inside
# the records, each place with line and column.
cat > rekap.json <<'J'
[
  { "name": "CONTOH", "value1": "404.188", "value2": "2.400.746",
    "kab": [ { "name": "CONTOH", "value1": "404.188", "value2": "2.400.746" } ] },
  { "name": "NUSA", "value1": "1.02", "value2": 17, "kab": [] },
  { "name": "LAIN", "value1": null, "value2": "-", "catatan": [ 1, { } ], "kab": [ ] }
]
J
recap-import -v -c ppwp -s kpu rekap.json || :
recap-import -q -c ppwp -s kpu --dry-run - < rekap.json || :
cat > tps.profile <<'P'
[kolom]
kode=id
s01=suara 1
s02=/suara.2/
[profil]
P
echo '[{"id":"3299122001001","suara 1":5,"suara-2":{"a":1}},{"id":"3299122001002","suara 1":1e3,"suara-2":6},{"id":"3299122001003","suara 1":1,"suara-2":6}]' > tps.json
recap-import -c ppwp -s kpu -p ./tps.profile tps.json || :
printf '[{"id":"3299122001001","suara 1":5,"suara-2":6},7]' > cacat.json
recap-import -c ppwp -s kpu -p ./tps.profile cacat.json || :
# With a byte order mark, alone, in a folder and in an archive, plain and compressed.
mkdir folder
printf '\357\273\277[{"name":"NUSA","value1":7,"value2":8,"kab":[{"name":"NUSA","value1":7,"value2":8}]}]' > folder/a.json
gzip -nc folder/a.json > folder/b.json.gz
tar -cf arsip.tar folder
recap-import -q -c ppwp -s kpu --dry-run folder/a.json folder arsip.tar || :
