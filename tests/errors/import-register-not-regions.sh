echo '[{"nama":"MERAWAN","kode":"32.99"},{"nama":"TANPA KODE"}]' > 32.json
recap-import -c ppwp -s sirekap -r 32.json 3299011001001.json
