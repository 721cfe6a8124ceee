#!/bin/sh
# Runs one test script for `make check': in an empty folder of its own, with the tools of the build
# first in PATH. A script of tests/cli or tests/errors is a golden case: what it prints and its exit
# status are compared with NAME.stdout, NAME.stderr and NAME.exit beside it (a missing file: nothing,
# 0). tests/README.md tells how to write one.
#
# usage: run.sh SCRIPT            (by make, with the environment that tests/local.mk sets)
#   UPDATE=1 rewrites the expected files   KEEP=1 keeps the folder and says where it is
set -u

script=$1
case $script in
/*) ;;
*) script=$PWD/$script ;;
esac
name=${script%.sh}

# Without make: the checkout around this script and its folder _build.
here=$(cd "$(dirname "$0")/.." && pwd) || exit 99
srcdir=${abs_srcdir:-$here}
builddir=${abs_builddir:-$here/_build}
samples=$srcdir/samples
: "${RECAP_DATA=$srcdir/../shared/data}"
: "${MAKE:=make}" "${CC:=cc}"
export srcdir builddir samples RECAP_DATA MAKE CC

LC_ALL=C.UTF-8 TZ=UTC G_DEBUG=fatal-warnings
# A sanitizer that finds something must not look like a finding (1) or trouble (2).
ASAN_OPTIONS=exitcode=99${ASAN_OPTIONS:+:$ASAN_OPTIONS}
UBSAN_OPTIONS=exitcode=99:print_stacktrace=1${UBSAN_OPTIONS:+:$UBSAN_OPTIONS}
export LC_ALL TZ G_DEBUG ASAN_OPTIONS UBSAN_OPTIONS
unset LANGUAGE LANG RECAP_DATADIR RECAP_LOCALEDIR SOURCE_DATE_EPOCH NO_COLOR CDPATH POSIXLY_CORRECT

folder=$(mktemp -d "${TMPDIR:-/tmp}/recap-test.XXXXXX") || exit 99
clean() {
    cd / || exit 99
    if [ "${KEEP:-0}" = 1 ]; then
        echo "kept $folder"
    else
        chmod -R u+rwx "$folder" && rm -rf "$folder"
    fi
}
trap clean EXIT
trap 'exit 99' HUP INT TERM
mkdir "$folder/work" "$folder/bin" && cd "$folder/work" || exit 99

# Under valgrind every tool is a small script, so that it is reached through PATH as always.
if [ -n "${RECAP_VALGRIND:-}" ]; then
    for tool in "$builddir"/recap-*; do
        [ -f "$tool" ] && [ -x "$tool" ] || continue
        printf '#!/bin/sh\nexec %s "%s" "$@"\n' "$RECAP_VALGRIND" "$tool" \
            > "$folder/bin/${tool##*/}" && chmod +x "$folder/bin/${tool##*/}" || exit 99
    done
    PATH=$folder/bin:$builddir:$PATH
else
    PATH=$builddir:$PATH
fi
export PATH

case $name in
*/tests/cli/* | */tests/errors/*) ;;
*)
    sh -eu "$script"
    exit
    ;;
esac

# A golden case: one that looks at the samples finds them under a name that does not change.
[ ! -d "$samples" ] || ln -s "$samples" samples || exit 99
out=$folder/stdout err=$folder/stderr
sh -eu "$script" > "$out" 2> "$err" < /dev/null
status=$?
if [ $status = 77 ]; then
    cat "$out" "$err"
    exit 77
fi

if [ "${UPDATE:-0}" = 1 ]; then
    for stream in stdout stderr; do
        if [ -s "$folder/$stream" ]; then
            cp "$folder/$stream" "$name.$stream" || exit 99
        else
            rm -f "$name.$stream"
        fi
    done
    if [ $status = 0 ]; then rm -f "$name.exit"; else echo $status > "$name.exit"; fi
    exit 0
fi

failed=0
for stream in stdout stderr; do
    expected=$name.$stream
    [ -f "$expected" ] || expected=/dev/null
    if ! cmp -s "$expected" "$folder/$stream"; then
        echo "$stream differs (- expected, + found):"
        diff -u "$expected" "$folder/$stream"
        failed=1
    fi
done
expected=0
[ ! -f "$name.exit" ] || read -r expected < "$name.exit"
if [ $status != "$expected" ]; then
    echo "exit status is $status, expected $expected"
    failed=1
fi
exit $failed
