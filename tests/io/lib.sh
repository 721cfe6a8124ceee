# For the scripts of tests/io: inputs, and a loop over the tools of tests/io/tools that are built.

failed=0

# wrong TEXT...: notes a failure and goes on with the next tool.
wrong() {
    echo "$tool: $*"
    failed=1
}

# make_table N SOURCE EXTRA: a recap table of N forms of made-up TPS, pair 2 and its sums EXTRA larger
make_table() {
    awk -v n="$1" -v source="$2" -v extra="$3" 'BEGIN {
        print "kontes,kode,sumber,desa,tps,pengguna_total_j,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total"
        for (i = 0; i < n; i++) {
            desa = int(i / 900) + 1
            tps = i % 900 + 1
            a = 70 + i % 31
            b = 60 + i % 17 + extra
            printf "ppwp,329901%04d%03d,%s,DESA %d,%03d,%d,%d,%d,20,%d,3,%d\n", 2000 + desa, tps,
                   source, desa, tps, a + b + 23, a, b, a + b + 21, a + b + 24
        }
    }'
}

# make_inputs N: A.csv and B.csv of N forms, every one with a difference and a broken sum, and D.csv
make_inputs() {
    make_table "$1" plano 0 > A.csv
    make_table "$1" sirekap 1 > B.csv
    {
        echo 'kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu'
        echo 'ppwp,3299012001001,suara_sah,151,150,plano,dijumlah ulang,,PPK,2024-02-20'
    } > D.csv
}

# for_each_tool FUNCTION [KIND]: calls FUNCTION with the operands for each tool that is built (of
# this KIND of output only), $tool being its name; then leaves with the status of the test.
for_each_tool() {
    function=$1
    kind_wanted=${2:-}
    n_tools=0
    while read -r tool kind operands; do
        case $tool in '#'* | '') continue ;; esac
        if [ ! -x "$builddir/$tool" ]; then
            wrong "is not built"
            continue
        fi
        if [ -z "$kind_wanted" ] || [ "$kind" = "$kind_wanted" ]; then
            n_tools=$((n_tools + 1))
            $function $operands < /dev/null
        fi
    done < "$srcdir/tests/io/tools"
    if [ $n_tools = 0 ]; then
        echo "no tool was tried"
        exit 99
    fi
    exit $failed
}

# bounded COMMAND: runs it with 100 MB of addresses, of which a tool itself has about 30; a build with a
# sanitizer cannot run with so few, and gets all.
bounded() {
    if (ulimit -v 102400 && recap-import --version) > /dev/null 2>&1; then
        (ulimit -v 102400 && exec "$@")
    else
        "$@"
    fi
}

# run STATUS... -- COMMAND: runs it with output to 'out' and 'err', and wants one of the statuses
run() {
    wanted=
    while [ "$1" != -- ]; do
        wanted="$wanted $1"
        shift
    done
    shift
    status=0
    "$@" > out 2> err || status=$?
    case " $wanted " in
    *" $status "*) ;;
    *)
        wrong "exit status $status, not$wanted: $*"
        sed 's/^/    /' err
        ;;
    esac
}

# want_message: the last run said why, in one line that begins like a message of recap
want_message() {
    [ -s err ] || wrong "failed without a word"
    grep -q -e "^$tool: ." -e ': error: .' err || wrong "has no message: $(head -n 1 err)"
}

# want_left FILE...: nothing but these files is in the folder
want_left() {
    printf '%s\n' "$@" out err | LC_ALL=C sort -u > ../expected-files
    ls -A | LC_ALL=C sort > ../found-files
    diff ../expected-files ../found-files > ../files || wrong "left files behind: $(cat ../files)"
}
