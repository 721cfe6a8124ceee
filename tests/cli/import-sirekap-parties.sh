# A document of the DPR with the lists of parties and candidates; a party's key need not be its number.
printf '{"5":{"id_partai":5,"nama":"PARTAI LIMA","nomor_urut":1},"6":{"id_partai":6,"nama":"PARTAI ENAM","nomor_urut":24}}\n' > partai.json
printf '{"5":{"100":{"nama":"SATU","nomor_urut":1},"101":{"nama":"DUA","nomor_urut":2}},"6":{"200":{"nama":"TIGA","nomor_urut":1}}}\n' > 3201.json
mkdir berkas
cat > berkas/3299011001001.json <<'JSON'
{"chart":{"5":{"jml_suara_total":12,"jml_suara_partai":3},"6":{"jml_suara_total":0,"jml_suara_partai":null},"null":null},
 "caleg":{"5":{"100":9,"101":0},"6":{"200":null}},
 "administrasi":{"suara_sah":12,"pengguna_dptb_j":1,"pengguna_non_dpt_j":2},"psu":null,"ts":"2024-02-15 07:00:00"}
JSON
echo '{"chart":null,"caleg":null,"administrasi":null}' > berkas/3299011001002.json
recap-import -c pdpr -s sirekap --candidates 3201.json --candidates partai.json berkas
