# The cells of a sheet of a workbook, one a line: REF <TAB> value <TAB> formula.
#   unzip -p x.xlsx xl/sharedStrings.xml > strings; unzip -p x.xlsx xl/worksheets/sheet2.xml > sheet
#   awk -f report-cells.awk strings sheet
function text(s) {
    gsub(/<[^>]*>/, "", s)
    gsub(/\n/, " ", s)
    gsub(/&lt;/, "<", s)
    gsub(/&gt;/, ">", s)
    gsub(/&quot;/, "\"", s)
    gsub(/&amp;/, "\\&", s)
    return s
}
function part(s, tag,    from, to) {
    from = index(s, "<" tag ">")
    to = index(s, "</" tag ">")
    return from > 0 ? text(substr(s, from, to - from)) : ""
}
BEGIN { RS = "<si>|<c r=\"" }
FNR == 1 { next }
FNR == NR { strings[n++] = text($0); next }
{
    ref = substr($0, 1, index($0, "\"") - 1)
    if ((formula = part($0, "f")) != "")
        formula = "=" formula
    value = part($0, "v")
    if ($0 ~ /^[A-Z0-9]+"[^>]* t="s"/)
        value = strings[value + 0]
    if (value != "" || formula != "")
        print ref "\t" value "\t" formula
}
