# A file that claims to be JSON and is a web page.
echo '<html>' > 3299011001001.json
recap-import -c ppwp -s sirekap 3299011001001.json
