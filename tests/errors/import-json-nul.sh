printf '{"chart":{"100025":72,"100025\\u0000":73}}\n' > 3299011001001.json
recap-import -c ppwp -s sirekap 3299011001001.json
