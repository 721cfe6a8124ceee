# The sums of a desa are not a form.
printf '{"chart":{"100025":72},"table":{"3299011001001":{"100025":72}}}\n' > 3299011001.json
recap-import -c ppwp -s sirekap 3299011001.json
