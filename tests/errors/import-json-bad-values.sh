# Every value that is no count, with its place; 72.0, "7" and "" are taken.
cat > 3299011001001.json <<'JSON'
{"chart":{"100025":-1,"100026":72.5,"100027":1e3},
 "administrasi":{"suara_sah":"1O3","suara_total":[1],"suara_tidak_sah":true,
                 "pemilih_dpt_l":72.0,"pemilih_dpt_p":"7","pemilih_dpt_j":"","pengguna_dpt_l":1234567890123},
 "psu":3,"ts":"kemarin"}
JSON
recap-import -c ppwp -s sirekap 3299011001001.json
