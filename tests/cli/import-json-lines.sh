# Documents one a line: by the name of the file in a folder and in archives, by the content else.
mkdir -p berkas/dalam
line() {
    printf '{"kode":"3299011001%s","chart":{"100025":%s},"administrasi":null,"ts":"2024-02-15 07:00:00"}\n' "$1" "$2"
}
{ line 001 1; line 002 2; } > berkas/a.jsonl
{ line 003 3; line 004 4; } | gzip -n > berkas/b.ndjson.gz
line 005 5 > berkas/dalam/c.NDJSON
line 006 6 > berkas/dalam/d.txt
tar -C berkas -cf lines.tar --sort=name .
(cd berkas && zip -qr ../lines.zip .)
{ line 001 1; line 002 2; } > lines.txt
for input in berkas lines.tar lines.zip lines.txt -; do
    recap-import -c ppwp -s sirekap -o rekap.csv $input < berkas/a.jsonl
    cut -d , -f 2,9,11,27 rekap.csv
done
