# The log is continued, never rewritten; sha256sum follows its chain; several runs at once do not
# get into each other's way.
printf 'kontes,kode,sumber,s01\n' > plano.csv
for i in 1 2 3 4 5 6; do
    printf 'ppwp,%s,plano,5\n' $i >> plano.csv
    printf 'kontes,kode,isian,semula,menjadi,dasar,alasan\nppwp,%s,s01,5,6,plano,"a, ""b"""\n' $i > d$i.csv
done
recap-resolve -d d1.csv --log log.csv -o final.csv plano.csv
recap-resolve -d d1.csv -d d2.csv --log log.csv -o final.csv plano.csv
for i in 3 4 5 6; do
    recap-resolve -q -d d$i.csv --log log.csv -o final$i.csv plano.csv &
done
wait
recap-resolve --verify-log log.csv -o verdict
cut -d, -f 1-5 verdict | sed 's/ [0-9a-f]*$//'
cut -d, -f 2 log.csv | sort
before=0000000000000000000000000000000000000000000000000000000000000000
sed 1d log.csv > lines
while read -r line; do
    [ "${line##*,}" = $before ] || echo "the chain is broken at $line"
    before=$(printf %s "$line" | sha256sum | cut -d ' ' -f 1)
done < lines
grep -c " $before\$" verdict
