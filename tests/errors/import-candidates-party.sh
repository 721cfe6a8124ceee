printf '{"77":{"100":{"nama":"SATU","nomor_urut":1}}}\n' > 3201.json
recap-import -c pdpr -s sirekap --candidates 3201.json 3299011001001.json
