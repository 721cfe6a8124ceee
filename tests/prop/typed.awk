# A made-up typed table in which much goes wrong, for import-paths.sh:
#
#   awk -v seed=N -v separator=';' -v note=TEXT -v quoted=0|1 -v eol=EOL -f typed.awk
#
# The last column is no column of recap: @note stands in it, in every record, and nothing else
# depends on it. quoted=1 puts every other cell into quotes.
function random(n) {
    seed = seed * 16807 % 2147483647
    return seed % n
}

# Mostly a number of a station; else what people and programs write.
function cell() {
    if (random(40) > 0)
        return random(random(5) == 0 ? 1000 : 100)
    return odd[random(n_odd)]
}

function put(text) {
    if (quoted || index(text, separator))
        text = "\"" text "\""
    line = line (line == "" ? "" : separator) text
}

BEGIN {
    seed += 7919
    n_odd = split("|007|X15|x x|-|?|1O3|12.0|1.234| 15 |15 |99999|123456789012|1234567890123|-4|12345678|kosong|tidak terbaca|=1+1|'5|XX1|0|00|163,0|dua|dua puluh satu|203 (dua ratus tiga)|203 (dua)|\xef\xbc\x91|\xff", parts, "|")
    for (i = 1; i <= n_odd; i++)
        odd[i - 1] = parts[i]
    printf "kode%sdesa%stps%spemilih_dpt_l%spemilih_dpt_p%spemilih_dpt_j%ss01%ss02%ss03%ssuara_sah%scatatan%s", \
        separator, separator, separator, separator, separator, separator, separator, separator, \
        separator, separator, eol
    for (row = 0; row < rows; row++) {
        line = ""
        number = random(200) == 0 ? row - 1 : row
        put(sprintf ("3273%02d%04d%03d", 1 + int(number / 5000), 1000 + int(number / 20) % 250, 1 + number % 20))
        put(random(30) > 0 ? "SUKA MAJU" : random(2) ? "D\xc3\x89SA" : "JUMLAH")
        put(random(90) > 0 ? sprintf ("%03d", 1 + number % 20) : "TPS " 1 + random(20))
        n_cells = random(150) > 0 ? 7 : 6 + random(3)
        for (i = 0; i < n_cells; i++)
            put(cell())
        printf "%s%s%s%s", line, separator, note, eol
        if (random(100) == 0)
            printf "%s", eol
    }
}
