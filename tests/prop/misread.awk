# Plants one misreading in a box of each form of a recap table, and writes what was there to @key:
# kode|isian|paper|read|class.
# usage: awk -v seed=N -v key=FILE -f misread.awk TABLE
BEGIN {
    FS = OFS = ","
    srand(seed)
    n_pairs = split("3:8 2:7 1:7 1:2 2:3 2:5 0:8 0:6 5:6 4:9", pairs, " ")
    n_classes = split("x-terbaca-8 angka-salah-baca angka-salah-baca angka-hilang angka-ganda" \
        " kali-sepuluh", classes, " ")
}
NR == 1 {
    for (i = 1; i <= NF; i++) {
        name[i] = $i
        if ($i !~ /^(kontes|kode|sumber|provinsi|kabko|kecamatan|desa|tps|waktu|psu|asal)$/)
            boxes[++n_boxes] = i
    }
    print
    next
}
function chance(n)
{
    return 1 + int(rand() * n)
}
# What becomes of @paper; -1 when it cannot be.
function misread(paper, class,    place, pair)
{
    place = chance(length(paper))
    if (class == "x-terbaca-8")
        return paper > 0 && paper < 100 ? "8" paper : -1
    if (class == "kali-sepuluh")
        return paper > 0 && paper < 100 ? paper "0" : -1
    if (class == "angka-hilang")
        return paper > 9 ? substr(paper, 1, place - 1) substr(paper, place + 1) : -1
    if (class == "angka-ganda")
        return paper > 0 && paper < 100 ? substr(paper, 1, place) substr(paper, place) : -1
    split(pairs[chance(n_pairs)], pair, ":")
    place = index(paper, pair[1])
    return place ? substr(paper, 1, place - 1) pair[2] substr(paper, place + 1) : -1
}
{
    for (tries = 0; tries < 200; tries++) {
        i = boxes[chance(n_boxes)]
        class = classes[chance(n_classes)]
        read = $i ~ /^[0-9]+$/ && $i < 1000 ? misread($i, class) + 0 : -1
        if (read < 0 || read == $i)
            continue
        print $2 "|" name[i] "|" $i "|" read "|" class > key
        $i = read
        break
    }
    print
}
