# A document of the DPD election.
printf '{"chart":{"695637":7,"695638":2,"null":null},"administrasi":null}\n' > 3299011001001.json
recap-import -c ppwp -s sirekap 3299011001001.json
