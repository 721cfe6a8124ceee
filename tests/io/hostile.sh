# Files that are made to do harm: each is refused, or its records are rejected, in little memory, in
# good time and with a word that names it.
. "$srcdir/tests/io/lib.sh"
. "$srcdir/tests/errors/workbook.subr"
zeros() {
    head -c "$1" /dev/zero
}

# hostile WORD INPUT...: imports it, and wants status 2 and the word; nothing is written.
hostile() {
    word=$1
    shift
    status=0
    bounded recap-import -c ppwp -s sirekap "$@" > out 2> err < /dev/null || status=$?
    if [ $status != 2 ] || [ -s out ] || ! grep -q -e "$word" err; then
        echo "$*: exit status $status, wanted 2 with '$word'"
        head -n 3 err
        exit 1
    fi
}

# Bombs: zip, gzip, tar in gzip, a workbook, entities of XML.
mkdir bom
zeros 40000000 | tr '\0' ' ' > bom/3299011001001.json
(cd bom && zip -q ../bom.zip 3299011001001.json)
hostile 'bom.zip!3299011001001.json.*cut short' bom.zip
tar -C bom -czf bom.tar.gz 3299011001001.json
hostile 'bom.tar.gz!3299011001001.json.*cut short' bom.tar.gz
gzip -c bom/3299011001001.json > 3299011001001.json.gz
hostile '3299011001001.json.gz.*cut short' 3299011001001.json.gz
zeros 40000000 | tr '\0' 'x' | gzip > 3299011001002.json.gz
hostile '3299011001002.json.gz: error: the document has more than 16 MiB' 3299011001002.json.gz
zeros 40000000 | tr '\0' 'x' | gzip > sel.csv.gz
hostile 'sel.csv.gz:1:1: error: ' sel.csv.gz
rm -r bom
yes '<x/>' | head -n 16000000 > part
workbook bom.xlsx part
hostile 'bom.xlsx: error: .* far larger than a sheet can be' bom.xlsx

# A million columns, a cell of ten million characters, objects in objects a hundred thousand deep.
awk 'BEGIN { printf "kode"; for (i = 0; i < 1000000; i++) printf ",s%d", i; print "" }' > lebar.csv
hostile 'lebar.csv:1:[0-9]*: error: ' lebar.csv
{ printf 'kode,s01\n3299011001001,"'; zeros 10000000 | tr '\0' 'x'; echo '"'; } > panjang.csv
hostile 'panjang.csv:2:15: error: ' panjang.csv
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "{\"a\":"; printf "1"
    for (i = 0; i < 100000; i++) printf "}"; print "" }' > 3299011001003.json
hostile '3299011001003.json:1:[0-9]*: reject: more than 64 levels' 3299011001003.json
awk 'BEGIN { for (i = 0; i < 20000000; i++) printf "["; print "" }' > 3299011001004.json
hostile '3299011001004.json: error: the document has more than 16 MiB' 3299011001004.json
awk 'BEGIN { printf "{"; for (i = 0; i < 500000; i++) printf "\"%d\":1,", i; print "\"x\":1}" }' > 3299011001005.json
hostile '3299011001005.json: reject: more than 100000 places of the document are wrong' 3299011001005.json

# Devices and pipes: in a folder nobody waits for them, as an operand nobody reads on for ever.
mkdir folder
mkfifo folder/3299011001001.json folder/a.csv folder/b.jsonl folder/c.tar folder/d.xlsx
ln -s /dev/zero folder/3299011001002.json
ln -s . folder/lagi
hostile 'folder: error: there is no document in it' folder
echo '{"chart":{"100025":1},"administrasi":null}' > folder/3299011001003.json
bounded recap-import -c ppwp -s sirekap folder > out 2> err
grep -q 'skipped 7 symbolic links or special files' err || { cat err; exit 1; }
grep -q 'read 1 = imported 1 ' err || { cat err; exit 1; }
hostile '/dev/zero' /dev/zero
