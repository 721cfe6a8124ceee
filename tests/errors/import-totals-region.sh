# Children of two regions; a document that says another region than its children: its children are
# taken, its total is not.
table='"table":{"3299011001":{"100025":1},"3299011002":{"100025":2}}'
echo "{\"chart\":{\"100025\":3},$table}" > 329902.json
echo "[{\"kode\":\"3299\",\"chart\":{\"100025\":3},$table}]" > larik.json
echo '{"chart":{"100025":3},"table":{"3298011001":{"100025":1},"3298021001":{"100025":2}}}' > dua.json
echo '{"chart":{"100025":3},"table":{"99.AA.01":{"100025":1}}}' > luar.json
recap-import -c ppwp -s sirekap --totals total.csv -o desa.csv 329902.json larik.json dua.json luar.json ||
    echo "status $?"
cat total.csv
