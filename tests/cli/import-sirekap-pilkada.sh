# One pair and the empty box; DPPh are the voters who moved, DPTb those with a KTP-el.
printf '{"3299":{"1000001":{"nama":"SATU","nomor_urut":1},"1000002":{"nama":"KOLOM KOSONG - ","nomor_urut":2}}}\n' > pkwkk.json
cat > 3299011001001.json <<'JSON'
{"mode":"hhcw","tungsura":{"chart":{"1000001":100,"1000002":80},"administrasi":{"suara_sah":180,"suara_total":185,
 "suara_tidak_sah":5,"pengguna_dpt_j":180,"pengguna_dpph_j":2,"pengguna_dptb_j":3,"pengguna_total_j":185}},"psu":"Reguler","ts":"2024-11-28 01:00:00"}
JSON
recap-import -c pkwkk -s sirekap --candidates pkwkk.json 3299011001001.json
