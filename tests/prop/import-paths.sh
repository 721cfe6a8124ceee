# An ordinary record is cut by recap itself, any other by libcsv. Which way a record takes must not
# show: a note with a quote in it, in a column that nobody reads, sends every record to libcsv, and
# the table and the rejects with their places stay the same. In quotes only the columns move.
. "$srcdir/tests/prop/common.subr"

# import NAME WORD...: makes the table with the settings and imports it to NAME.csv, the rejects to
# NAME.rejects.
import () {
    name=$1
    shift
    mkdir -p "$name"
    awk -v seed="$seed" "$@" -v rows=4000 -f "$srcdir/tests/prop/typed.awk" > "$name/t.csv"
    (cd "$name" && want 1 recap-import -q -c ppwp -s plano --rejects ../"$name.rejects" t.csv \
        > ../"$name.csv")
}

for seed in $seeds; do
    for separator in , ';' '	'; do
        for eol in '\n' '\r\n' '\r'; do
            what="seed $seed, separator '$separator', line ends '$eol'"
            import plain -v separator="$separator" -v eol="$eol" -v note=x
            import libcsv -v separator="$separator" -v eol="$eol" -v note='"x""x"'
            same "$what: the table" plain.csv libcsv.csv
            same "$what: the rejects" plain.rejects libcsv.rejects
            [ "$(wc -l < plain.rejects)" -gt 100 ] || fail "$what: hardly any rejects"
            import quoted -v separator="$separator" -v eol="$eol" -v note=x -v quoted=1
            same "$what: the table in quotes" plain.csv quoted.csv
            cut -d , -f 2- plain.rejects > known
            cut -d , -f 2- quoted.rejects > read
            same "$what: the rejects in quotes" known read
        done
    done
done
