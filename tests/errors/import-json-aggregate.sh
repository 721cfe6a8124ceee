# A region of which only the sum is there has no forms.
printf '{"chart":{"100025":72},"table":{}}\n' > 3299011001.json
recap-import -c ppwp -s sirekap 3299011001.json
