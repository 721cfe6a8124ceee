# Makes up forms of one contest as a recap table: -v kontes=pdpr -v seed=1 -v n=1000 -v broken=1.
# With broken=1 most forms are spoiled in one to four ways, so that each rule is broken by some;
# with broken=0 all are sound. The ballots differ between kabupaten: fewer candidates, parties and
# pairs than the table has columns.
function below(n) { return int(rand() * n) }
function between(low, high) { return low + below(high - low + 1) }

function add(box) {
    boxes[++n_boxes] = box
}
function make_header(    i, k, n, row, letter, word) {
    n = split("pemilih_dpt pengguna_dpt pengguna_pindahan pengguna_khusus pengguna_total", row, " ")
    split("l p j", letter, " ")
    for (i = 1; i <= n; i++)
        for (k = 1; k <= 3; k++)
            add(row[i] "_" letter[k])
    n = split("surat_diterima surat_digunakan surat_dikembalikan surat_tidak_digunakan " \
        "disabilitas_l disabilitas_p disabilitas_j", word, " ")
    for (i = 1; i <= n; i++)
        add(word[i])
    n_parties = kontes ~ /^pdpr/ ? split("p01 p02 p03 p04 p20 p24", party, " ") : 0
    for (i = 1; i <= n_parties; i++) {
        add(party[i])
        for (k = 1; k <= 4; k++)
            add(party[i] "_0" k)
        add(party[i] "_j")
    }
    n_contestants = kontes == "ppwp" ? 3 : kontes == "pdpd" ? 12 : 5
    for (i = 1; !n_parties && i <= n_contestants; i++)
        add(sprintf("s%02d", i))
    add("suara_sah")
    add("suara_tidak_sah")
    add("suara_total")
    printf "kontes,kode,sumber"
    for (i = 1; i <= n_boxes; i++)
        printf ",%s", boxes[i]
    print ""
}

# Sections I, II and III.
function fill_people(    c, l, most, left) {
    most = kontes ~ /^pkw/ ? 290 : 145
    do {
        for (c = 1; c <= 2; c++) {
            l = c == 1 ? "_l" : "_p"
            v["pemilih_dpt" l] = between(70, most)
            v["pengguna_dpt" l] = int(v["pemilih_dpt" l] * between(550, 960) / 1000)
            v["pengguna_pindahan" l] = below(4)
            v["pengguna_khusus" l] = below(4)
            v["pengguna_total" l] = v["pengguna_dpt" l] + v["pengguna_pindahan" l] + \
                v["pengguna_khusus" l]
            v["disabilitas" l] = below(4)
        }
        for (c in pairs)
            v[c "_j"] = v[c "_l"] + v[c "_p"]
    } while (v["pengguna_total_j"] * 50 > v["pemilih_dpt_j"] * 51)
    v["surat_diterima"] = v["pemilih_dpt_j"] + \
        int((v["pemilih_dpt_j"] * (kontes ~ /^pkw/ ? 25 : 20) + 999) / 1000)
    v["surat_digunakan"] = v["pengguna_total_j"]
    left = v["surat_diterima"] - v["surat_digunakan"]
    v["surat_dikembalikan"] = below(left < 3 ? left + 1 : 4)
    v["surat_tidak_digunakan"] = left - v["surat_dikembalikan"]
}
# The votes of n boxes with these names, which add up to sum.
function share_out(sum, name, n,    i, part) {
    for (i = 1; i < n; i++) {
        part = int(sum * rand() * 2 / n)
        if (part > sum)
            part = sum
        v[name[i]] = part
        sum -= part
    }
    v[name[n]] = sum
}
function fill_votes(    i, k, n, valid, name, total) {
    valid = v["suara_sah"] = v["surat_digunakan"] - int(v["surat_digunakan"] * below(80) / 1000)
    v["suara_total"] = v["surat_digunakan"]
    v["suara_tidak_sah"] = v["suara_total"] - valid
    if (!n_parties) {
        n = kontes == "ppwp" ? 3 : n_contestants - kabko % 4
        for (i = 1; i <= n; i++)
            name[i] = sprintf("s%02d", i)
        share_out(valid, name, n)
        return
    }
    for (i = 1; i <= n_parties; i++)
        if (party[i] != "p20" || kabko == 1)
            name[++n] = party[i] "_j"
    share_out(valid, name, n)
    for (i = 1; i <= n; i++) {
        total = v[name[i]]
        split("", block)
        block[1] = substr(name[i], 1, 3)
        for (k = 1; k <= (kabko + i) % 5; k++)
            block[k + 1] = block[1] "_0" k
        share_out(total, block, k)
    }
}

function any_box() { return boxes[between(1, n_boxes)] }
function votes_box(    box) {
    do
        box = any_box()
    while (box !~ /^[sp][0-9][0-9]/)
    return box
}
function blank_like(pattern,    i) {
    for (i = 1; i <= n_boxes; i++)
        if (boxes[i] ~ pattern)
            v[boxes[i]] = ""
}
function spoil(    way, box, other, steps) {
    way = below(20)
    box = any_box()
    if (way < 4) {
        split("-100 -10 -1 1 1 2 10 100 800", steps, " ")
        v[box] += steps[between(1, 9)]
        if (v[box] < 0)
            v[box] = 0
    } else if (way == 4)
        v[box] = ""
    else if (way == 5)
        v[box] = "?"
    else if (way == 6)
        v[box] = between(990, 1300)
    else if (way == 7)
        v[box] = between(9990, 12000)
    else if (way == 8) {
        other = any_box()
        way = v[box]
        v[box] = v[other]
        v[other] = way
    } else if (way == 9)
        for (other = 1; other <= n_boxes; other++)
            v[boxes[other]] = boxes[other] ~ /^[sp][0-9][0-9]/ && v[boxes[other]] != "" ? 0 : \
                v[boxes[other]]
    else if (way == 10)
        blank_like(below(2) ? "^(pemilih|pengguna)_" : "^suara_")
    else if (way == 11)
        blank_like(below(2) ? "^surat_" : "^disabilitas_")
    else if (way == 12)
        blank_like(below(2) ? "^[sp][0-9][0-9]" : "^(pemilih|pengguna|suara)_")
    else if (way == 13)
        v["suara_tidak_sah"] = int(v["suara_total"] / 10) + between(-1, 20)
    else if (way == 14)
        v["pengguna_dpt_j"] = v["pemilih_dpt_j"]
    else if (way == 15)
        v["surat_diterima"] = v["surat_digunakan"] + between(-3, 1)
    else if (way == 16) {
        v["surat_dikembalikan"] = ""
        v["surat_tidak_digunakan"] = v["surat_diterima"] + between(-1, 3)
    } else if (way == 17) {
        v[votes_box()] = v["suara_sah"] + between(-2, 2)
        v[votes_box()] = below(2) ? "" : "?"
    } else if (way == 18)
        v[votes_box()] = ""
    else {
        v["pemilih_dpt_j"] += between(150, 450)
        v["suara_total"] = below(2) ? 0 : v["suara_total"]
    }
}

# Ordinary TPS, a few in Papua and overseas, and sums.
function make_code(i,    tps) {
    tps = sprintf("%06d%03d", 12001 + int(i / 900), i % 900 + 1)
    if (!broken)
        return "320" kabko tps
    if (i % 40 == 3)
        return "9" between(1, 6) "0" kabko tps
    if (i % 40 == 5)
        return "990" kabko tps
    if (i % 40 == 7)
        return sprintf("99.AA.%d%09d", kabko, i)
    if (i % 40 == 9)
        return sprintf("310%d%06d", kabko, i)
    return "320" kabko tps
}
BEGIN {
    srand(seed)
    split("pemilih_dpt pengguna_dpt pengguna_pindahan pengguna_khusus pengguna_total disabilitas",
          rows, " ")
    for (i in rows)
        pairs[rows[i]]
    make_header()
    for (i = 1; i <= n; i++) {
        kabko = between(1, 4)
        split("", v)
        fill_people()
        fill_votes()
        for (times = broken && i % 5 ? between(1, 4) : 0; times > 0; times--)
            spoil()
        printf "%s,%s,plano", kontes, make_code(i)
        for (k = 1; k <= n_boxes; k++)
            printf ",%s", v[boxes[k]] == "" || v[boxes[k]] == "?" || v[boxes[k]] + 0 >= 0 ? \
                v[boxes[k]] : 0
        print ""
    }
}
