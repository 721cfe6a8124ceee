# A list of parties is of no use for a contest without parties.
printf '{"1":{"id_partai":1,"nama":"PARTAI","nomor_urut":1}}\n' > partai.json
recap-import -c ppwp -s sirekap --candidates partai.json 3299011001001.json
