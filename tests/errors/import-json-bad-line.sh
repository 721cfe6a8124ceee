# One bad line of many does no harm to the others, wherever it stands.
cat > tps.jsonl <<'JSON'
{"kode":"3299011001001","chart":{"100025":
{"kode":"3299011001002","chart":{"100025":2}}

{"kode":"3299011001003","chart":{"100025":"tiga}}
{"kode":"3299011001004","chart":{"100025":4}} {}
["3299011001005"]
{"kode":"3299011001006","chart":{"100025":6}}
JSON
recap-import -c ppwp -s sirekap -o rekap.csv tps.jsonl || echo "status $?"
cut -d , -f 2,11,14 rekap.csv
