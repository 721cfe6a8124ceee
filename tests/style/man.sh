# Every page of the manual is clean mdoc, has its sections in order, and every tool has a page.
folder=$PWD
cd "$srcdir/man"
if command -v mandoc > "$folder/path"; then
    lint() { mandoc -Tlint -Wwarning "$1" > "$folder/lint" || :; ! grep -v "sections out of conventional order: Sh ENVIRONMENT" "$folder/lint"; }
elif command -v groff > "$folder/path"; then
    lint() { [ -z "$(groff -mdoc -ww -z "$1" 2>&1 | tee /dev/stderr)" ]; }
else
    echo "neither mandoc nor groff is installed"
    exit 77
fi
status=0
for page in *.[157] "$builddir"/man/*.[157]; do
    [ -e "$page" ] || continue
    lint "$page" || status=1
    awk '
        BEGIN {
            n = split("NAME SYNOPSIS DESCRIPTION OPTIONS EXIT_STATUS ENVIRONMENT FILES EXAMPLES " \
                      "DIAGNOSTICS SEE_ALSO STANDARDS BUGS", names, " ")
            for (i = 1; i <= n; i++)
                order[names[i]] = i
        }
        /^\.Sh / {
            name = $0
            sub(/^\.Sh /, "", name)
            gsub(/ /, "_", name)
            if (name in order) {
                if (order[name] < last) {
                    print FILENAME ":" FNR ": section " name " is out of order"
                    failed = 1
                }
                last = order[name]
            }
        }
        END { exit failed }
    ' "$page" || status=1
done
for tool in "$builddir"/recap-*; do
    name=${tool##*/}
    case $name in *.*) continue ;; esac
    [ -x "$tool" ] && [ -f "$tool" ] || continue
    if [ ! -e "$name.1" ] && [ ! -e "$builddir/man/$name.1" ]; then
        echo "$name has no manual page"
        status=1
    fi
done
exit $status
