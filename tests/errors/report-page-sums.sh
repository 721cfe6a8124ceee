head -n 1 "$samples/satu-tps/plano.csv" | cut -d , -f 1-3,9- > t.csv
awk 'BEGIN { blank = sprintf("%28s", ""); gsub(/ /, ",", blank)
    for (i = 0; i < 19000; i++)
        printf "ppwp,3907%02d%04d001,s%02d%s\n", 1 + i / 200, 2001 + i % 200, i % 64, blank }' >> t.csv
recap-report -o t.html t.csv
