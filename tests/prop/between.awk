# Makes up rows of several contests, sources and levels as a recap table, with small numbers so that
# much agrees by chance, blanks, missing rows, and totals that are right, wrong or not complete:
# -v seed=1 -v contests='ppwp pdpr'.
function below(n) { return int(rand() * n) }

function cell(n,    chance) {
    chance = below(40)
    return chance == 0 ? "" : chance == 1 ? "?" : below(n)
}
# The boxes that a contest has not are empty.
function put_boxes(contest, low, range,    i, value) {
    for (i = 1; i <= 9; i++) {
        value = range ? low + below(range) : cell(3)
        if (!below(60))
            value = ""
        printf ",%s", (i > 3 && (i > 6) != (contest ~ /^pdpr/) ? "" : value)
    }
    print ""
}
function put(contest, code, source, tps) {
    if (!below(12))
        return
    printf "%s,%s,%s,%s,,", contest, code, source, tps
    put_boxes(contest, 0, 0)
}
# A total of n TPS, mostly about right.
function put_total(contest, code, source, n) {
    printf "%s,%s,%s,,%s,%s", contest, code, source, below(3) ? "" : n + below(2), \
        below(3) ? "" : n - !below(8)
    put_boxes(contest, n, 2)
}
BEGIN {
    srand(seed)
    n_contests = split(contests, contest, " ")
    n_sources = split("plano rekap sirekap", source, " ")
    print "kontes,kode,sumber,tps,tps_terdaftar,tps_masuk,pemilih_dpt_j,pengguna_pindahan_j," \
        "pengguna_total_j,s01,s02,s03,p01,p02,p03"
    for (c = 1; c <= n_contests; c++)
        for (p = 1; p <= 2; p++)
            for (k = 1; k <= 2; k++)
                for (d = 1; d <= 4; d++) {
                    code = sprintf("32%02d%02d%04d", p, k, 1000 + d)
                    for (s = 1; s <= n_sources; s++) {
                        n = 1 + below(6)
                        for (t = 1; t <= n; t++)
                            if (s != 2 || d == 1)
                                put(contest[c], sprintf("%s%03d", code, t), source[s], \
                                    sprintf("%03d", t))
                        if (!below(4))
                            put_total(contest[c], code, source[s], n)
                        if (d == 1 && !below(3))
                            put_total(contest[c], substr(code, 1, 6), source[s], 4 * n)
                        if (d == 1 && k == 1 && !below(3))
                            put_total(contest[c], substr(code, 1, 4), source[s], 8 * n)
                        if (d == 1 && k == 1 && p == 1 && !below(2))
                            put_total(contest[c], "0", source[s], 16 * n)
                    }
                }
    print "ppwp,99.AA.01.0001,plano,,,,1,2,3,,,,,,"
    print "pdpr,99.AA.01.0001,plano,,,,2,2,3,,,,,,"
}
