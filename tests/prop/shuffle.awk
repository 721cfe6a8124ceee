# Puts the rows after the header, and all columns, into an order that depends on seed alone.
function chance(limit) {
    state = (state * 16807) % 2147483647
    return 1 + int(state / 2147483647 * limit)
}
function mix(order, n,    i, j, kept) {
    for (i = 1; i <= n; i++)
        order[i] = i
    for (i = n; i > 1; i--) {
        j = chance(i)
        kept = order[i]
        order[i] = order[j]
        order[j] = kept
    }
}
BEGIN { FS = ","; state = 1 + seed * 7919 }
/"/ { print FILENAME ": a quoted field" > "/dev/stderr"; exit 2 }
NR == 1 { mix(columns, NF); width = NF }
{ line[NR] = $0 }
END {
    mix(rows, NR - 1)
    for (r = 0; r < NR; r++) {
        split(line[r == 0 ? 1 : 1 + rows[r]], cell, ",")
        for (c = 1; c <= width; c++)
            printf "%s%s", cell[columns[c]], c < width ? "," : "\n"
    }
}
