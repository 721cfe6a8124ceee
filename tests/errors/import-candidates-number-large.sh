printf '{"100025":{"nama":"SATU","nomor_urut":4}}\n' > ppwp.json
recap-import -c ppwp -s sirekap --candidates ppwp.json 3299011001001.json
