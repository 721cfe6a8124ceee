# Without its list of candidates a contest of the DPD cannot be read: one error, which names the list.
printf '{"chart":{"695637":7,"695638":2}}\n' > 3299011001001.json
recap-import -c pdpd -s sirekap 3299011001001.json
