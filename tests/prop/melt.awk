# The cells of a recap table, one a line: kode|sumber|isian|nilai.
BEGIN { FS = ","; OFS = "|" }
/"/ { print FILENAME ": a quoted field" > "/dev/stderr"; exit 2 }
NR == 1 {
    for (i = 1; i <= NF; i++) {
        name[i] = $i
        column[$i] = i
        box[i] = $i ~ /^(pemilih|pengguna|surat|disabilitas|suara)_|^s[0-9][0-9]$|^p[0-9][0-9](_[0-9j]+)?$/
    }
    next
}
{
    for (i = 1; i <= NF; i++)
        if (box[i])
            print $column["kode"], $column["sumber"], name[i], $i
}
