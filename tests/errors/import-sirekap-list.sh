# A list of candidates where documents with votes belong.
echo '{"32":{"1000001":{"ts":"2024-11-21 21:55:15","nama":"A - B","nomor_urut":1}}}' > paslon.json
recap-import -c pkwkp -s sirekap paslon.json
