printf '{"kode":"3299011001002","chart":null}\n' > 3299011001001.json
recap-import -c ppwp -s sirekap 3299011001001.json
