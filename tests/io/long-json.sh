# Documents of 40 MB, one a line, in an array and in an object by code, are read in the memory that
# their records take; one document has a limit; a bad element does no harm to the others.
. "$srcdir/tests/io/lib.sh"
awk 'BEGIN { for (i = 0; i < 60000; i++) {
        for (extra = "x"; length(extra) < 600; extra = extra extra)
            ;
        printf "3299%02d%04d%03d {\"chart\":{\"100025\":%d,\"100026\":%d},\"administrasi\":{\"suara_sah\":%d},\"images\":[\"%s\"]}\n",
            1 + int(i / 9000), 1001 + int(i / 900) % 10, 1 + i % 900, i % 97, i % 89, i % 97 + i % 89, extra } }' > list
sed 's/^\([0-9]*\) {/{"kode":"\1",/' list > lines.jsonl
{ echo '['; sed '$!s/$/,/' lines.jsonl; echo ']'; } > array.json
{ echo '{'; sed 's/^\([0-9]*\) /"\1":/; $!s/$/,/' list; echo '}'; } > object.json
gzip -1 < lines.jsonl > lines.jsonl.gz
tar -cf lines.tar lines.jsonl
mkdir folder
cp array.json folder
cells() {
    cut -d , -f 2,11- "$1" | sort
}
awk -F '[ :,{}]+' '{ print $1 "," $4 "," $6 }' list | sort > known

for input in lines.jsonl array.json object.json lines.jsonl.gz lines.tar folder; do
    bounded recap-import -c ppwp -s sirekap -o found.csv $input 2> err ||
        { cat err; echo "$input: exit status $?"; exit 1; }
    grep -q 'read 60000 = imported 60000 + superseded 0 + rejected 0$' err || { cat err; exit 1; }
    awk -F , 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { print $at["kode"] "," $at["s01"] "," $at["s02"] }' found.csv | sort > found
    cmp known found || exit 1
done

# One element that is none costs one reject, with its line.
sed '31000s/.*/{"kode":"3299011001001","chart":{[]}},/' array.json > bad.json
recap-import -c ppwp -s sirekap -o found.csv bad.json 2> err && exit 1
grep -q '^bad.json:31000:34: reject: ' err || { cat err; exit 1; }
grep -q 'read 60000 = imported 59999 + superseded 0 + rejected 1$' err || { cat err; exit 1; }

# Where brackets do not go together nobody knows where the next one begins.
sed '31000s/.*/{"kode":"3299011001001","chart":[[}],/' array.json > bad.json
recap-import -c ppwp -s sirekap -o found.csv bad.json 2> err && exit 1
grep -q "^bad.json:31000:35: reject: '}' where a value must be" err || { cat err; exit 1; }
grep -q '^bad.json:31000:35: hint: nothing behind this place was read' err || { cat err; exit 1; }
grep -q 'read 30999 = imported 30998 + superseded 0 + rejected 1$' err || { cat err; exit 1; }

# Cut short in the middle: what came before is taken, and it is said.
head -c 30000000 array.json > cut.json
recap-import -c ppwp -s sirekap -o found.csv cut.json 2> err && exit 1
grep -q 'the document is cut short' err || { cat err; exit 1; }

# Bytes without an end in one document.
for before in '{"chart":"' '[{},"' '{"3299011001001":{"chart":null},"3299011001002":"'; do
    { printf '%s' "$before"; head -c 40000000 /dev/zero | tr '\0' x; } > endless.json
    bounded recap-import -c ppwp -s sirekap endless.json > out 2> err && exit 1
    [ $? = 2 ] || exit 1
    grep -q '^endless.json.*: error: the document has more than 16 MiB' err || { cat err; exit 1; }
done
