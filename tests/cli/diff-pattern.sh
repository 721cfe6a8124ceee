# Nine votes from one contestant to another at 17 TPS, every sum right, hidden among 400 TPS and five
# ordinary misreadings: one pattern, with its TPS. Ten TPS of another desa where votes went either way
# are none.
awk 'function form(a, b, c, v) {
    return a "," b "," c "," a + b + c "," v "," a + b + c + v
}
BEGIN {
    head = "kontes,kode,sumber,kecamatan,desa,tps,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total"
    print head > "plano.csv"
    print head > "sirekap.csv"
    for (i = 1; i <= 400; i++) {
        desa = 1 + int((i - 1) / 20)
        tps = 1 + (i - 1) % 20
        a = 40 + i * 7 % 50
        b = 60 + i * 11 % 60
        c = 20 + i * 13 % 40
        key = sprintf("ppwp,39071220%02d%03d", desa, tps)
        names = sprintf("RANDU,DESA %02d,%03d", desa, tps)
        print key ",plano," names "," form(a, b, c, i % 6) > "plano.csv"
        line = form(a, b, c, i % 6)
        if (desa == 7 && tps <= 17)
            line = form(a - 9, b + 9, c, i % 6)
        else if (desa == 12 && tps <= 10)
            line = form(a, b - (tps % 2 ? 3 : -3), c + (tps % 2 ? 3 : -3), i % 6)
        else if (i % 71 == 5 && i < 360)
            sub("," c ",", "," c + 800 ",", line)
        print key ",sirekap," names "," line > "sirekap.csv"
    }
}'
recap-diff plano.csv sirekap.csv > found.csv || echo "status $?"
cut -d, -f 8 found.csv | sort | uniq -c
awk -F, '$8 == "D09"' found.csv
awk -F, '$8 == "D01" && $2 !~ /^39071220(07|12)/' found.csv | cut -d, -f 2,10,12,14,16
