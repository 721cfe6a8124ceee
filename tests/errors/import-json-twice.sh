# Two identifiers of one candidate for one box: none of them is dropped.
printf '{"695637":{"nama":"SATU","nomor_urut":1},"695638":{"nama":"SATU","nomor_urut":1}}\n' > 32.json
printf '{"chart":{"695637":7,"695638":2}}\n' > 3299011001001.json
recap-import -c pdpd -s sirekap --candidates 32.json 3299011001001.json
