# Makes a manual page from its .in file:
#   @include FILE@   the text of man/FILE, @tool@ in it being the name of the page
#   @rules KIND@     the entries of data/rules.conf: 'form' those of one form, 'compare' the others
#   @names KIND@     the same, no more than their codes and labels
# usage: awk -v folder=man -v rules=data/rules.conf -v tool=recap-check -f expand.awk PAGE.in
function put_file(name,    line, path, status)
{
    path = folder "/" name
    while ((status = (getline line < path)) > 0) {
        gsub(/@tool@/, tool, line)
        print line
    }
    if (status < 0) {
        print path ": cannot read" > "/dev/stderr"
        exit 1
    }
    close(path)
}
# Text of the rules is data: a line of it must not be taken for a request.
function put_text(text)
{
    gsub(/\\/, "\\e", text)
    gsub(/\. /, ".\n", text)
    gsub(/\n[.']/, "\n\\\\\\&&", text)
    if (text ~ /^[.']/)
        text = "\\&" text
    print text
}
function put_rule()
{
    if (code == "" || (value["jenis"] == "banding") != (wanted == "compare"))
        return
    print ".It Cm " code " Pq " value["tingkat"]
    put_text(value["label"] ".")
    if (short)
        return
    if (value["kotak"] != "")
        put_text("Kotak: " value["kotak"] ".")
    if (value["urutan"] != "") {
        print ".Bd -literal -compact"
        put_text(value["isian"] (value["isian_peringatan"] == "" ? "" : \
            "; " value["isian_peringatan"] " (peringatan)") ": " value["urutan"])
        print ".Ed"
    }
    if (value["rumus"] != "") {
        print ".Bd -literal -compact"
        put_text(value["rumus"])
        print ".Ed"
    }
    put_text(value["penjelasan"])
    put_action("Sekretaris: ", "tindakan")
    put_action("Saksi: ", "tindakan_saksi")
    put_action("Auditor: ", "tindakan_auditor")
}
function put_action(who, key)
{
    if (value[key] == "")
        return
    print ".br"
    put_text(who value[key])
}
function put_rules(    line, status, at)
{
    code = ""
    print ".Bl -tag -width 4n"
    while ((status = (getline line < rules)) > 0) {
        if (line ~ /^\[.*\]$/) {
            put_rule()
            delete value
            code = substr(line, 2, length(line) - 2)
            n_rules++
        } else if (line !~ /^#/ && (at = index(line, "=")) > 0)
            value[substr(line, 1, at - 1)] = substr(line, at + 1)
    }
    put_rule()
    close(rules)
    print ".El"
    if (status < 0 || n_rules == 0) {
        print rules ": no rules" > "/dev/stderr"
        exit 1
    }
}
/^@include .*@$/ { put_file(substr($2, 1, length($2) - 1)); next }
/^@(rules|names) .*@$/ {
    short = $1 == "@names"
    wanted = substr($2, 1, length($2) - 1)
    put_rules()
    next
}
{ print }
