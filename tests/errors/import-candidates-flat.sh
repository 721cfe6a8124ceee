# Candidates without their parties cannot be put into a contest of parties.
printf '{"100":{"nama":"SATU","nomor_urut":1}}\n' > 3201.json
recap-import -c pdpr -s sirekap --candidates 3201.json 3299011001001.json
