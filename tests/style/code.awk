# Prints C files without comments and with empty string and character literals, lines kept:
# FILE:LINE:code
FNR == 1 { comment = 0 }
{
    out = ""
    text = $0
    while (text != "") {
        if (comment) {
            i = index(text, "*/")
            if (i == 0)
                break
            comment = 0
            text = substr(text, i + 2)
        } else if (match(text, /^[^"'\/]+/)) {
            out = out substr(text, 1, RLENGTH)
            text = substr(text, RLENGTH + 1)
        } else if (match(text, /^"([^"\\]|\\.)*"/)) {
            out = out "\"\""
            text = substr(text, RLENGTH + 1)
        } else if (match(text, /^'([^'\\]|\\.)+'/)) {
            out = out "''"
            text = substr(text, RLENGTH + 1)
        } else if (substr(text, 1, 2) == "/*") {
            comment = 1
            text = substr(text, 3)
        } else {
            out = out substr(text, 1, 1)
            text = substr(text, 2)
        }
    }
    print FILENAME ":" FNR ":" out
}
