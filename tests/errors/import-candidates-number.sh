printf '{"695637":{"nama":"SATU","nomor_urut":"I"}}\n' > 32.json
recap-import -c pdpd -s sirekap --candidates 32.json 3299011001001.json
