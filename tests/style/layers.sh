# The layers of the house (tests/style/layers): who includes what, one home per foreign library, no
# circles, and HACKING.md has the same map.
rules=$srcdir/tests/style/layers
cd "$srcdir"
status=0

grep -Hn '^ *# *include' lib/*.[ch] cmd/*.[ch] \
    | sed 's|^\([a-z]*\)/\([^:]*\)\.\([ch]\):\([0-9]*\): *# *include *|\1 \2 \3 \4 |' > "$OLDPWD/includes"
cd "$OLDPWD"

awk '
    function wrong(what) {
        print $1 "/" $2 "." $3 ":" $4 ": " what
        failed = 1
    }
    # A part of a module stands for the module.
    function module_of(name,    whole) {
        whole = name
        while (!(whole in layer) && sub(/-[^-]*$/, "", whole))
            ;
        return whole in layer ? whole : name
    }
    FNR == NR {
        if ($1 == "layer") {
            n_layers++
            for (i = 3; i <= NF; i++)
                layer[$i] = n_layers
        } else if ($1 == "home")
            home[$2] = $3
        else if ($1 == "system")
            for (i = 2; i <= NF; i++)
                system_header[$i] = 1
        next
    }
    {
        own = $5 ~ /^"/
        header = substr($5, 2, length($5) - 2)
        module = header
        sub(/\.h$/, "", module)
        module = module_of(module)
        includer = $1 == "lib" ? module_of($2) : $2
    }
    $1 == "lib" && !(includer in layer) && $2 != "recap" { wrong("the module has no layer") }
    !own && header in home {
        if ($1 != "lib" || includer != home[header] || $3 != "c")
            wrong("<" header "> is at home in lib/" home[header] ".c only")
        next
    }
    !own && !(header in system_header) { wrong("<" header "> is in no list") }
    !own && $1 == "lib" && $3 == "h" && header !~ /^(glib|stdio|string)[.]h$/ {
        wrong("a header of lib/ includes glib.h, stdio.h and string.h only")
    }
    !own { next }
    header == "config.h" {
        if ($3 == "h")
            wrong("a header does not include config.h")
        next
    }
    $1 == "cmd" {
        if ($2 "." $3 == "cli.h" ? header != "recap.h" : header != "cli.h")
            wrong("cmd/ sees the library through cli.h and recap.h only")
        next
    }
    $2 == "recap" { next }
    header == "recap.h" { wrong("lib/ does not include recap.h"); next }
    !(module in layer) { wrong("\"" header "\" has no layer"); next }
    layer[module] > layer[includer] { wrong("\"" header "\" is in a layer above") }
    module != includer { print includer, module > "edges" }
    END { exit failed }
' "$rules" includes || status=1

# tsort names a circle on standard error.
if ! tsort edges > /dev/null 2> circle; then
    echo "modules include each other in a circle:"
    sed 's/^tsort: //' circle
    status=1
fi

sed -n 's/^layer //p' "$rules" | tr -s ' ' > map
sed -n '/^<!-- layers -->/,/^<!-- end -->/s/^    //p' "$srcdir/HACKING.md" | tr -s ' ' > shown
if ! diff -u map shown; then
    echo "the map in HACKING.md is not that of tests/style/layers"
    status=1
fi
exit $status
