# Makes a manual page from its .in file:
#   @include FILE@   the text of man/FILE, @tool@ in it being the name of the page
#   @rules KIND@     the entries of data/rules.conf: 'form' those of one form, 'compare' the others
#   @names KIND@     the same, no more than their codes and labels
#   @causes@         the causes of data/causes.conf
# usage: awk -v folder=man -v rules=data/rules.conf -v causes=data/causes.conf -v tool=recap-check \
#            -f expand.awk PAGE.in
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
    if (code == "" || (value["jenis"] ~ /^(banding|sebab)$/) != (wanted == "compare"))
        return
    print ".It Cm " code " Pq " value["tingkat"]
    put_text(value["label"] ".")
    if (short)
        return
    if (value["kotak"] != "")
        put_text("Kotak: " value["kotak"] ".")
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
function put_cause()
{
    if (value["label"] == "")
        return
    print ".It Cm " code
    put_text(value["penjelasan"])
    put_action("", "tindakan")
}
# Goes through the groups of a key file, giving each to put_rule() or put_cause().
function put_groups(file, causes_only,    line, status, at, n_groups)
{
    code = ""
    print ".Bl -tag -width 4n"
    for (;;) {
        status = (getline line < file)
        if (status <= 0 || line ~ /^\[.*\]$/) {
            if (causes_only)
                put_cause()
            else
                put_rule()
            delete value
        }
        if (status <= 0)
            break
        if (line ~ /^\[.*\]$/) {
            code = substr(line, 2, length(line) - 2)
            n_groups++
        } else if (line !~ /^#/ && (at = index(line, "=")) > 0)
            value[substr(line, 1, at - 1)] = substr(line, at + 1)
    }
    close(file)
    print ".El"
    if (status < 0 || n_groups == 0) {
        print file ": nothing to list" > "/dev/stderr"
        exit 1
    }
}
/^@include .*@$/ { put_file(substr($2, 1, length($2) - 1)); next }
/^@(rules|names) .*@$/ {
    short = $1 == "@names"
    wanted = substr($2, 1, length($2) - 1)
    put_groups(rules, 0)
    next
}
/^@causes@$/ { put_groups(causes, 1); next }
{ print }
