# The session in README.md is what the tools do: the lines after '$' are run, one after the other, in a
# folder that has samples/, and must print just what stands there. UPDATE=1 rewrites the session.
ln -s "$samples" samples
awk '/^```console$/ { on = 1; next } /^```$/ { on = 0 } on' "$srcdir/README.md" > session
[ -s session ] || { echo "README.md has no session"; exit 1; }
sed -n 's/^\$ //p' session > commands
while IFS= read -r command; do
    printf '$ %s\n' "$command"
    status=0
    bash -c "$command" 2>&1 < /dev/null || status=$?
    # 1 is something to report; anything else has no place in a session.
    [ $status -le 1 ] || echo "status $status"
done < commands > found
if [ "${UPDATE:-0}" = 1 ]; then
    awk '
        FNR == NR { found = found $0 "\n"; next }
        /^```$/ { on = 0 }
        !on
        /^```console$/ { on = 1; printf "%s", found }
    ' found "$srcdir/README.md" > README.md
    cp README.md "$srcdir/README.md"
    exit
fi
diff -u session found
