# Lists of KPU that somebody opened and saved as a workbook: said to be none, not to be cut short.
printf 'kontes,kode,sumber,s01\nppwp,3907122001001,plano,1\n' > plano.csv
recap-report -q -o list.xlsx plano.csv
mkdir regions
cp list.xlsx regions
printf '{"chart":{"100025":7}}\n' > 3907122001001.json
recap-import -c ppwp -s sirekap --candidates list.xlsx 3907122001001.json || echo "status $?" >&2
recap-import -c ppwp -s sirekap -r regions 3907122001001.json || echo "status $?" >&2
