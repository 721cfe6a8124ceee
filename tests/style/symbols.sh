# The library exports names that begin with recap_ and nothing else, and everything that its public
# headers declare.
library=$builddir/.libs/librecap.so
if [ ! -e "$library" ]; then
    echo "no shared library was built"
    exit 77
fi
nm -D --defined-only "$library" | awk '{ print $3 }' | sed 's/@.*//' | LC_ALL=C sort -u > exported
# Sanitizers and coverage add marks of their own.
if grep -v -e '^recap_' -e '^__asan_' -e '^__odr_asan' -e '^__gcov' -e '^_init$' -e '^_fini$' exported; then
    echo "exported, but not recap_*"
    exit 1
fi
[ -s exported ]

cd "$srcdir"
headers=$(awk '/^recap_public_headers/ { on = 1; next } /NULL/ { on = 0 }
               on { sub(/^[^\/]*\//, "lib/"); print $1 }' lib/local.mk)
[ -n "$headers" ]
# A declaration that is not 'static inline' begins in the first column and has its '(' there too.
awk -f tests/style/code.awk $headers | sed 's/^[^:]*:[^:]*://' | awk '
    /^static inline/ { skip = 1; next }
    /^(typedef|#)/ { skip = 0; next }
    !skip && /^[A-Za-z].*recap_[a-z0-9_]+ \(/ {
        match($0, /recap_[a-z0-9_]+ \(/)
        print substr($0, RSTART, RLENGTH - 2)
    }
    { skip = 0 }
' | LC_ALL=C sort -u > "$OLDPWD/declared"
cd "$OLDPWD"
if LC_ALL=C comm -13 exported declared | grep .; then
    echo "declared in a public header, but not exported"
    exit 1
fi
