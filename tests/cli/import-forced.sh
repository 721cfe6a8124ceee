# -f takes the user's word.
printf 'kode,s01\n3299011001001,3\n' > 3299011001001.json
recap-import -c ppwp -s plano -f csv 3299011001001.json
recap-import -c ppwp -s plano -f sirekap 3299011001001.json || echo "status $?"
