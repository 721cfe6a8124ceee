# What --help lists and what the manual describes are the same options, for every tool.
status=0
for page in "$srcdir"/man/recap-*.1 "$builddir"/man/recap-*.1; do
    [ -e "$page" ] || continue
    tool=${page##*/}
    tool=${tool%.1}
    if [ ! -x "$builddir/$tool" ]; then
        echo "$tool has a manual page, but was not built"
        status=1
        continue
    fi
    "$tool" --help > help
    # '  -o, --output=FILE   write to ...' and '  --rules=FILE ...'
    sed -n 's/^  \(-[A-Za-z], \)\{0,1\}\(--[a-z-]*\).*/\1\2/p' help | LC_ALL=C sort > in-help
    # '.It Fl o , -output Ns = Ns Ar FILE' and '.It Fl -rules Ns = Ns Ar FILE'
    awk '/^\.Sh / { on = /OPTIONS/ } on && /^\.It Fl / {
        text = ""
        for (i = 2; i <= NF; i++) {
            if ($i == "Fl")
                i++
            else if ($i !~ /^-/)
                continue
            text = text (text == "" ? "" : ", ") "-" $i
        }
        print text
    }' "$page" | LC_ALL=C sort > in-page
    if ! diff -u in-help in-page; then
        echo "$tool: --help (-) and the manual (+) differ"
        status=1
    fi
done
exit $status
