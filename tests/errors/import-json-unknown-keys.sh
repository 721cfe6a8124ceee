# All that is not known is named; the record is rejected once.
cat > 3299011001001.json <<'JSON'
{
  "chart": { "100025": 72, "100099": 5 },
  "administrasi": { "suara_sah": 77, "pengguna_dpph_l": 3 }
}
JSON
recap-import -c ppwp -s sirekap 3299011001001.json
