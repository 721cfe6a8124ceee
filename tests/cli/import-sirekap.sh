# One document with all that a form has.
cat > 3299011001001.json <<'JSON'
{"mode":"hhcw","chart":{"null":null,"100025":72,"100026":109,"100027":35},
 "images":["https://example.invalid/1.jpg",null],
 "administrasi":{"suara_sah":216,"suara_total":219,"pemilih_dpt_j":276,"pemilih_dpt_l":138,"pemilih_dpt_p":138,
 "pengguna_dpt_j":214,"pengguna_dpt_l":103,"pengguna_dpt_p":111,"pengguna_dptb_j":3,"pengguna_dptb_l":1,
 "pengguna_dptb_p":2,"suara_tidak_sah":3,"pengguna_total_j":219,"pengguna_total_l":105,"pengguna_total_p":114,
 "pengguna_non_dpt_j":2,"pengguna_non_dpt_l":1,"pengguna_non_dpt_p":1},
 "psu":null,"ts":"2024-02-15 00:46:45","status_suara":true,"status_adm":true}
JSON
recap-import -c ppwp -s sirekap 3299011001001.json
