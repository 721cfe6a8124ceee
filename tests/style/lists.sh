# Lists are complete and sorted. Every test file is listed in tests/local.mk (a case that is not listed is never run), and the
# expected files of a golden case belong to a case.
cd "$srcdir/tests"
failed=0
for file in */*.sh unit/test-*.c; do
    case $file in '*'*) continue ;; esac
    listed=${file%.c}
    case $file in io/lib.sh) continue ;; cli/* | errors/* | style/* | io/* | unit/* | prop/* | data/*) ;; *) continue ;; esac
    if ! grep -Fqx "	%D%/$listed \\" local.mk; then
        echo "tests/$file is not listed in tests/local.mk"
        failed=1
    fi
done
for file in cli/*.stdout cli/*.stderr cli/*.exit errors/*.stdout errors/*.stderr errors/*.exit; do
    [ -e "$file" ] || continue
    if [ ! -e "${file%.*}.sh" ]; then
        echo "tests/$file belongs to no case"
        failed=1
    fi
done
# The lists of the make fragments are sorted by their first file, each once.
cd "$srcdir"
for fragment in */local.mk; do
    awk '
        / \\$/ && $1 ~ /^%D%/ {
            if (last != "" && $1 <= last) {
                print FILENAME ":" FNR ": " $1 ($1 == last ? " is there twice" : " is out of order")
                failed = 1
            }
            last = $1
            next
        }
        { last = "" }
        END { exit failed }
    ' "$fragment" || failed=1
done
exit $failed
