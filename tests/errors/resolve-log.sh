# Logs that do not hold: each is named with its first line that does not fit, and is not continued.
printf 'kontes,kode,sumber,s01,s02\nppwp,1,plano,5,6\n' > plano.csv
printf 'kontes,kode,isian,semula,menjadi,dasar,alasan\nppwp,1,s01,5,6,plano,\nppwp,1,s02,6,7,plano,\n' > d.csv
recap-resolve -q -d d.csv --log log.csv -o final.csv plano.csv
sed '2s/plano/sirekap/' log.csv > changed.csv
sed '2d' log.csv > beheaded.csv
sed '2a x' log.csv > inserted.csv
head -c -1 log.csv > cut.csv
cut -d, -f 1-18 log.csv > old.csv
: > empty.csv
for log in changed beheaded inserted cut old empty; do
    recap-resolve --verify-log $log.csv || echo "$log: status $?"
done
cp changed.csv before.csv
recap-resolve -q -d d.csv --log changed.csv -o none.csv plano.csv || echo "status $?"
cmp before.csv changed.csv
[ ! -e none.csv ]
recap-resolve --verify-log missing.csv || echo "status $?"
recap-resolve --verify-log log.csv -d d.csv || echo "status $?"
