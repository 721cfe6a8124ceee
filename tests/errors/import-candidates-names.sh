# Two names for one party, and for one candidate: which is right must not depend on the order of the lists.
printf '{"7":{"id_partai":7,"nama":"PARTAI","nomor_urut":1}}\n' > partai.json
printf '{"8":{"id_partai":8,"nama":"PARTAI LAIN","nomor_urut":1}}\n' > lain.json
recap-import -c pdpr -s sirekap --candidates partai.json --candidates lain.json 3299011001001.json ||
    echo "status $?"
printf '{"3299":{"11":{"nama":"","nomor_urut":1},"12":{"nama":"SATU","nomor_urut":2}}}\n' > 1.json
printf '{"3299":{"11":{"nama":"DUA","nomor_urut":1},"13":{"nama":"TIGA","nomor_urut":2}}}\n' > 2.json
recap-import -c pkwkk -s sirekap --candidates 1.json --candidates 2.json 329901.json
