# No room for the page: what was there stays, and nothing is beside it.
printf 'kontes,kode,sumber,s01\nppwp,3201012001001,plano,1\n' > t.csv
echo old > t.html
trap '' XFSZ
ulimit -f 8
recap-report -o t.html t.csv || status=$?
cat t.html
ls
exit $status
