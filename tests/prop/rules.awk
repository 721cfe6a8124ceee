# Works out anew which rules the forms of a recap table of one contest break, from the rules' words
# and not from recap's data: kode|aturan|isian|nilai_a|nilai_b, one line a finding.
# The column of a box, 0: the table has none. (An element that is not there must not be passed on:
# GNU awk 5.2 frees it twice.)
function at(box) { return box in column ? column[box] : 0 }
function number(i) { return i && cell[i] ~ /^[0-9]+$/ }
function written(i) { return cell[i] != "" }
function report(rule, i, b) { print $column["kode"], rule, i ? name[i] : "", i ? cell[i] : "", b }

# The boxes part[1..n] add up to the box i. A box that is not on the ballot is left out.
# 1: they do, -1: they do not, 0: a box has no number.
function adds_up(rule, i, part, n,    k, sum) {
    if (!number(i))
        return 0
    for (k = 1; k <= n; k++)
        if (number(part[k]))
            sum += cell[part[k]]
        else if (!off[part[k]])
            return 0
    added = sum + 0
    if (cell[i] == added)
        return 1
    if (rule != "")
        report(rule, i, added)
    return -1
}
# The same, with the names of the parts in a list with blanks between.
function names_add_up(rule, box, parts,    word, part, n, k) {
    n = split(parts, word, " ")
    for (k = 1; k <= n; k++) {
        if (!(word[k] in column))
            return 0
        part[k] = column[word[k]]
    }
    return adds_up(rule, at(box), part, n)
}
# -1: the box i is larger than the box k.
function at_most(rule, i, k) {
    if (!number(i) || !number(k) || cell[i] + 0 <= cell[k] + 0)
        return 1
    report(rule, i, cell[k])
    return -1
}
function named_at_most(rule, a, b) { return at_most(rule, at(a), at(b)) }

# The section of the form that a box stands in.
function section_of(box) {
    if (box ~ /^(pemilih|pengguna)_/)
        return 1
    if (box ~ /^surat_/)
        return 2
    if (box ~ /^disabilitas_/)
        return 3
    return box ~ /^suara_/ ? 5 : 4
}

function read_header(    i, box, c) {
    for (i = 1; i <= NF; i++) {
        column[$i] = i
        name[i] = $i
        box = $i
        if (box !~ /^(pemilih|pengguna|surat|disabilitas|suara)_|^[sp][0-9][0-9]/)
            continue
        boxes[++n_boxes] = i
        section[i] = section_of(box)
        width[section[i]]++
        if (box ~ /^s[0-9][0-9]$|^p[0-9][0-9]_j$/)
            contestant[++n_contestants] = i
        if (box ~ /^p[0-9][0-9]$/) {
            party[++n_parties] = box
            alone[box] = i
        }
        if (box ~ /^p[0-9][0-9]_[0-9][0-9]$/) {
            c = substr(box, 1, 3)
            candidate[c, ++n_candidates[c]] = i
        }
    }
}

# Blanks that need not be filled: of contestants and candidates behind the last, of parties without
# anything. Only where something else is written, and where there is a sum to check by.
function mark_ballot(    i, k, p, last, any) {
    if ($column["kontes"] == "ppwp" || !("suara_sah" in column))
        return
    if (!n_parties) {
        for (i = 1; i <= n_contestants; i++)
            if (written(contestant[i]))
                last = i
        for (i = last + 1; last && i <= n_contestants; i++)
            off[contestant[i]] = 1
        return
    }
    for (i = 1; i <= n_boxes; i++)
        any += section[boxes[i]] == 4 && written(boxes[i])
    for (i = 1; any && i <= n_parties; i++) {
        p = party[i]
        last = 0
        for (k = 1; k <= n_candidates[p]; k++)
            if (written(candidate[p, k]))
                last = k
        for (k = last + 1; k <= n_candidates[p]; k++)
            off[candidate[p, k]] = 1
        if (!last && !written(alone[p]) && !written(at(p "_j"))) {
            off[alone[p]] = 1
            off[at(p "_j")] = 1
        }
    }
}

# R29 and R22.
function look_at_blanks(    i, s, filled, page) {
    for (i = 1; i <= n_boxes; i++)
        filled[section[boxes[i]]] += written(boxes[i])
    for (s = 1; s <= 5; s++)
        page += s != 3 && width[s] > 1 && !filled[s]
    if (page)
        report("R29", 0, "")
    for (i = 1; i <= n_boxes; i++)
        if (!number(boxes[i]) && !off[boxes[i]] && (!page || filled[section[boxes[i]]]))
            report("R22", boxes[i], "")
}

function check_people(    i, r) {
    for (i = 1; i <= n_rows; i++)
        if ((row[i] "_l") in column)
            names_add_up("R01", row[i] "_j", row[i] "_l " row[i] "_p")
    for (i = 1; i <= 3; i++) {
        names_add_up("R02", "pengguna_total_" letter[i], "pengguna_dpt_" letter[i] \
            " pengguna_pindahan_" letter[i] " pengguna_khusus_" letter[i])
        r = named_at_most("R03", "pengguna_dpt_" letter[i], "pemilih_dpt_" letter[i])
        named_at_most("R11", "disabilitas_" letter[i], "pengguna_total_" letter[i])
    }
    i = at("pengguna_dpt_j")
    if (r > 0 && number(i) && number(at("pemilih_dpt_j")) && cell[i] > 0 &&
        cell[i] + 0 == cell[at("pemilih_dpt_j")] + 0)
        report("R30", i, cell[i])
    named_at_most("R18", "pengguna_total_j", "pemilih_dpt_j")
}

function check_ballots(    voters, received, reserve) {
    voters = at("pemilih_dpt_j")
    received = at("surat_diterima")
    names_add_up("R04", "surat_digunakan", "pengguna_total_j")
    if (names_add_up("R05", "surat_diterima",
                     "surat_digunakan surat_dikembalikan surat_tidak_digunakan") >= 0) {
        named_at_most("R06", "surat_dikembalikan", "surat_diterima")
        named_at_most("R06", "surat_tidak_digunakan", "surat_diterima")
    }
    named_at_most("R15", "suara_total", "surat_diterima")
    if (!number(voters))
        return
    reserve = cell[voters] * permil
    if (!sum_row && cell[voters] > most_voters)
        report("R14", voters, most_voters)
    if (!sum_row && number(received) && cell[received] != cell[voters] + int((reserve + 999) / 1000))
        report("R16", received, cell[voters] + int((reserve + 999) / 1000))
    if (number(at("suara_total")) &&
        cell[at("suara_total")] * 1000 > cell[voters] * 1000 + reserve)
        report("R17", at("suara_total"), cell[voters] + int(reserve / 1000))
}

function check_parties(    i, k, p, b, part, r) {
    for (i = 1; i <= n_parties; i++) {
        p = party[i]
        b = at(p "_j")
        part[1] = alone[p]
        for (k = 1; k <= n_candidates[p]; k++)
            part[k + 1] = candidate[p, k]
        r = n_candidates[p] ? adds_up("R09", b, part, n_candidates[p] + 1) : 0
        for (k = 1; r >= 0 && k <= n_candidates[p] + 1; k++)
            at_most("R13", part[k], b)
    }
}

function check_votes(    i, r, total, invalid) {
    names_add_up("R07", "suara_total", "suara_sah suara_tidak_sah")
    names_add_up("R10", "suara_total",
                 number(at("surat_digunakan")) ? "surat_digunakan" : "pengguna_total_j")
    r = n_contestants ? adds_up("R08", at("suara_sah"), contestant, n_contestants) : 0
    for (i = 1; r >= 0 && i <= n_contestants; i++)
        at_most("R13", contestant[i], at("suara_sah"))
    total = at("suara_total")
    invalid = at("suara_tidak_sah")
    added = "none"
    if (n_contestants && number(total)) {
        adds_up("", total, contestant, n_contestants)
        if (added != "none" && (added == 0) != (cell[total] == 0))
            report("R27", total, added)
    }
    if (number(invalid) && number(total) && cell[invalid] > 0 && cell[invalid] * 10 >= cell[total])
        report("R30", invalid, int(cell[total] / 10))
}

BEGIN {
    FS = ","
    OFS = "|"
    n_rows = split("pemilih_dpt pengguna_dpt pengguna_pindahan pengguna_khusus pengguna_total " \
        "disabilitas", row, " ")
    split("l p j", letter, " ")
}
NR == 1 {
    read_header()
    next
}
{
    filled = 0
    for (i = 1; i <= n_boxes; i++) {
        cell[boxes[i]] = $(boxes[i])
        filled += $(boxes[i]) != ""
    }
    if (!filled) {
        report("R22", 0, "")
        next
    }
    kode = $column["kode"]
    sum_row = kode ~ /^[0-9]+$/ && length(kode) < 13
    ordinary = kode ~ /^[0-9]+$/ && kode !~ /^(99|9[1-6])/
    widest = ordinary ? 999 : 9999
    most_voters = $column["kontes"] ~ /^pkw/ ? 600 : 300
    permil = $column["kontes"] ~ /^pkw/ ? 25 : 20
    split("", off)
    if (filled < n_boxes)
        mark_ballot()
    look_at_blanks()
    for (i = 1; i <= n_boxes; i++)
        if (!sum_row && number(boxes[i]) && cell[boxes[i]] > widest)
            report("R12", boxes[i], widest)
    check_people()
    check_ballots()
    check_parties()
    check_votes()
}
