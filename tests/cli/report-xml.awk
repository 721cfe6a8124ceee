# A part of a workbook, one element a line, indented; a cell of a sheet is one line with its style, its
# formula and its value, texts of the shared strings put in; empty cells of one style are one line:
#   awk -f report-xml.awk strings part
function attributes(s) {
    sub(/^[^ ]*/, "", s)
    sub(/^ /, "", s)
    return s
}
function attribute(s, name) {
    if (!match(s, " " name "=\"[^\"]*\""))
        return ""
    return substr(s, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
}
function line(depth, s) {
    if (last_empty != "")
        printf "%" (2 * empty_depth) "s%s%s s=%s\n", "", first_empty, \
            (last_empty == first_empty ? "" : ":" last_empty), empty_style
    last_empty = ""
    if (s == "")
        return
    gsub(/\n/, "\\n", s)
    sub(/ +$/, "", s)
    printf "%" (2 * depth) "s%s\n", "", s
}
BEGIN { RS = "<" }
FNR == 1 && ++file == 2 { in_part = 1 }
{
    end = index($0, ">")
    tag = substr($0, 1, end - 1)
    text = substr($0, end + 1)
    name = tag
    sub(/[ \/].*/, "", name)
    closing = tag ~ /^\//
    empty = tag ~ /\/$/
    sub(/\/$/, "", tag)
}
!in_part {
    if (name == "si")
        strings[n++] = ""
    else if (name == "t" && !closing)
        strings[n - 1] = strings[n - 1] text
    next
}
end == 0 || tag ~ /^[?]/ { next }
# A cell, up to its end.
tag ~ /^c r=/ {
    cell = attribute(tag, "r") " s=" attribute(tag, "s")
    type = attribute(tag, "t")
    if (!empty) {
        in_cell = 1
        next
    }
    if (last_empty == "" || empty_style != attribute(tag, "s")) {
        line(depth, "")
        first_empty = attribute(tag, "r")
        empty_style = attribute(tag, "s")
        empty_depth = depth
    }
    last_empty = attribute(tag, "r")
    next
}
in_cell {
    if (tag == "/c") {
        line(depth, cell)
        in_cell = 0
    } else if (name == "f")
        cell = cell " =" text
    else if (name == "v")
        cell = cell (type == "s" ? " \"" strings[text] "\"" : type == "str" ? " \"" text "\"" : " " text)
    next
}
closing { line(depth, ""); depth--; next }
{
    line(depth, name " " attributes(tag) (text ~ /[^ \n\r]/ ? " \"" text "\"" : ""))
    if (!empty)
        depth++
}
