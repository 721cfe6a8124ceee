mkdir wilayah
echo '[{"nama":"MERAWAN","kode":"3299"}]' > wilayah/1.json
echo '[{"nama":"MERAWANG","kode":"3299"}]' > wilayah/2.json
recap-import -c ppwp -s sirekap -r wilayah 3299011001001.json
