printf '{"chart":{"1":{"jml_suara_total":7}},"caleg":{"1":{"100211":3}}}\n' > 3299011001001.json
recap-import -c ppwp -s sirekap 3299011001001.json
