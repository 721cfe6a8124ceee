# One document a line, each with its code.
cat > tps.json <<'JSON'
{"kode":"3299011001001","chart":{"100025":1}}
{"chart":{"100025":2}}
{"kode":"32990110010","chart":{"100025":3}}
{"kode":"3299011001004","chart":{"100025":4}}
JSON
recap-import -c ppwp -s sirekap tps.json
