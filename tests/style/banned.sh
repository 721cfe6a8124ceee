# No banned name (tests/style/banned) is used in lib/ and cmd/, comments and texts not counted.
cd "$srcdir"
awk -f tests/style/code.awk lib/*.[ch] cmd/*.[ch] > "$OLDPWD/code"
cd "$OLDPWD"
awk '
    FNR == NR {
        if ($1 == "allow")
            allowed[$2 " " $3] = 1
        else if ($1 != "" && $1 !~ /^#/) {
            n = split($1, names, "|")
            why = $0
            sub(/^[^ ]+ +[^ ]+ +/, "", why)
            for (i = 1; i <= n; i++) {
                where[names[i]] = $2
                reason[names[i]] = why
            }
        }
        next
    }
    {
        split($0, place, ":")
        line = $0
        sub(/^[^:]*:[^:]*:/, "", line)
        folder = place[1]
        sub(/\/.*/, "", folder)
        if (line ~ /^ *# *include/)
            next
        n = split(line, words, /[^A-Za-z0-9_]+/)
        for (i = 1; i <= n; i++) {
            word = words[i]
            if (!(word in where) || (where[word] != "all" && where[word] != folder))
                continue
            if (word == "time" && line !~ /(^|[^A-Za-z0-9_>.])time *\(/)
                continue
            if ((word " " place[1]) in allowed)
                continue
            print place[1] ":" place[2] ": " word ": " reason[word]
            failed = 1
        }
    }
    END { exit failed }
' "$srcdir/tests/style/banned" code
