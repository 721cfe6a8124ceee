# Regions without their TPS cannot say which TPS must exist.
echo '[{"nama":"MERAWAN","id":2,"kode":"3299","tingkat":2}]' > 32.json
recap-check -r 32.json "$samples/satu-tps/plano.csv"
