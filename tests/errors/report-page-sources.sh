awk 'BEGIN { print "kontes,kode,sumber,s01"
    for (i = 100; i < 165; i++) print "ppwp,3201012001001,s" i ",1" }' > t.csv
recap-report -o t.html t.csv
