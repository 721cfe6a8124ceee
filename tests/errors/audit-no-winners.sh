# A contest file that does not say how many win.
mkdir data
sed -e 's/^kode=.*/kode=baru/' -e '/^pemenang=/d' "$srcdir/data/pkwkk.contest" > data/baru.contest
printf 'kontes,kode,sumber,s01,s02\nbaru,3907122001001,x,5,3\n' > table.csv
RECAP_DATADIR=data recap-audit --risk=5% --seed=1 table.csv
