# A candidate that no list has is named, and so is one who stands somewhere else.
printf '{"3299":{"1000001":{"nama":"SATU","nomor_urut":1}},"3298":{"1000002":{"nomor_urut":1}}}\n' > pkwkk.json
printf '{"tungsura":{"chart":{"1000001":7,"1000009":2}}}\n' > 3299011001001.json
printf '{"tungsura":{"chart":{"1000002":7}}}\n' > 3299011001002.json
recap-import -c pkwkk -s sirekap --candidates pkwkk.json 3299011001001.json 3299011001002.json
