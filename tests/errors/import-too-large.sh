# A document that is read as a whole has a limit.
mkdir data
awk 'BEGIN { printf "["; for (i = 0; i < 1700000; i++) printf "1234567890,"; print "1]" }' | gzip > data/3299011001001.json.gz
recap-import -c ppwp -s sirekap data
