printf '{"tungsura":{"chart":{"1000001":7}}}\n' > 3299011001001.json
recap-import -c ppwp -s sirekap 3299011001001.json
