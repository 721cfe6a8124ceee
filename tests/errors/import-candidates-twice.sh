# One identifier, two candidates: it cannot be known which.
printf '{"1":{"100":{"nama":"SATU","nomor_urut":1}}}\n' > 3201.json
printf '{"1":{"100":{"nama":"DUA","nomor_urut":2}}}\n' > 3202.json
recap-import -c pdpr -s sirekap --candidates 3201.json --candidates 3202.json 3299011001001.json
