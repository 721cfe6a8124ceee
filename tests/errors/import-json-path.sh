# KPU's own path says which contest a document is of, even when it has no numbers.
mkdir -p hhcw/pdpr
printf '{"chart":null}\n' > hhcw/pdpr/3299011001001.json
recap-import -c ppwp -s sirekap hhcw
