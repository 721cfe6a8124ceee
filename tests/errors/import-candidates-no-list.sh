# What is no list of candidates is not taken for an empty one.
printf '{"chart":{"695637":7}}\n' > 3299011001001.json
recap-import -c pdpd -s sirekap --candidates 3299011001001.json 3299011001001.json
