printf '{"nama":"CONTOH","kode":"32"}\n' > 3299011001001.json
printf '[{"nama":"CONTOH"}]\n' > 3299011001002.json
recap-import -c ppwp -s sirekap 3299011001001.json 3299011001002.json
