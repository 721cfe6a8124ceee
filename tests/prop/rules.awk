# Works out anew which rules the forms of a recap table of ppwp break, from the rules' words and not
# from recap's data: kode|aturan|isian|nilai_a|nilai_b, one line a finding.
function number(name) { return (name in column) && $column[name] ~ /^[0-9]+$/ }
function value(name) { return $column[name] + 0 }
function report(rule, name, b) { print $column["kode"], rule, name, $column[name], b }

# The boxes of parts, a list with blanks between, add up to the box name.
function adds_up(rule, name, parts,    part, n, i, sum) {
    n = split(parts, part, " ")
    if (!number(name))
        return
    for (i = 1; i <= n; i++) {
        if (!number(part[i]))
            return
        sum += value(part[i])
    }
    if (value(name) != sum)
        report(rule, name, sum)
}
function at_most(rule, name, limit) {
    if (number(name) && number(limit) && value(name) > value(limit))
        report(rule, name, value(limit))
}

BEGIN {
    FS = ","
    OFS = "|"
    n_rows = split("pemilih_dpt pengguna_dpt pengguna_pindahan pengguna_khusus pengguna_total " \
        "disabilitas", row, " ")
    split("l p j", letter, " ")
}
NR == 1 {
    for (i = 1; i <= NF; i++) {
        column[$i] = i
        if ($i ~ /^(pemilih|pengguna|surat|disabilitas|suara)_|^s[0-9][0-9]$/)
            box[++n_boxes] = $i
    }
    next
}
{
    filled = 0
    for (i = 1; i <= n_boxes; i++)
        filled += $column[box[i]] != ""
    if (!filled) {
        print $column["kode"], "R22", "", "", ""
        next
    }
    province = substr($column["kode"], 1, 2)
    widest = province == 99 || province >= 91 && province <= 96 ? 9999 : 999
    for (i = 1; i <= n_boxes; i++) {
        if (!number(box[i]))
            report("R22", box[i], "")
        else if (value(box[i]) > widest)
            report("R12", box[i], widest)
    }
    for (i = 1; i <= n_rows; i++)
        adds_up("R01", row[i] "_j", row[i] "_l " row[i] "_p")
    for (i = 1; i <= 3; i++) {
        adds_up("R02", "pengguna_total_" letter[i], "pengguna_dpt_" letter[i] \
            " pengguna_pindahan_" letter[i] " pengguna_khusus_" letter[i])
        at_most("R03", "pengguna_dpt_" letter[i], "pemilih_dpt_" letter[i])
        at_most("R11", "disabilitas_" letter[i], "pengguna_total_" letter[i])
    }
    adds_up("R04", "surat_digunakan", "pengguna_total_j")
    adds_up("R05", "surat_diterima", "surat_digunakan surat_dikembalikan surat_tidak_digunakan")
    adds_up("R07", "suara_total", "suara_sah suara_tidak_sah")
    adds_up("R08", "suara_sah", "s01 s02 s03")
    adds_up("R10", "suara_total", \
        number("surat_digunakan") ? "surat_digunakan" : "pengguna_total_j")
    if (number("pemilih_dpt_j") && value("pemilih_dpt_j") > 300)
        report("R14", "pemilih_dpt_j", 300)
    if (number("suara_total") && number("pemilih_dpt_j") &&
        value("suara_total") * 100 > value("pemilih_dpt_j") * 102)
        report("R17", "suara_total", int(value("pemilih_dpt_j") * 102 / 100))
    at_most("R18", "pengguna_total_j", "pemilih_dpt_j")
}
