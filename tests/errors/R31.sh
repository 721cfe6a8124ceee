printf '%s\n' 'kode,s01,s01 terbilang' '3299122001001,7,delapan' > ketik.csv
recap-import -q -c ppwp -s plano --findings temuan.csv ketik.csv > /dev/null || status=$?
cat temuan.csv
exit $status
