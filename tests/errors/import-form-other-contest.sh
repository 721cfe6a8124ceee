# The minutes of another contest.
recap-report -q -o menit.xlsx "$samples/satu-tps/plano.csv"
recap-import -c pkwkp -s plano menit.xlsx
