# What stands among documents under no code is not passed over.
printf '{"3299011001001":{"chart":null},\n"ringkasan":{"chart":{"100025":1}},\n"x/abc.json":{"chart":{"100025":1}}}\n' > tps.json
recap-import -q -c ppwp -s sirekap tps.json
