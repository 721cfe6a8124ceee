# Of two sources in a table one is chosen; its minutes are those of it alone, verdicts too.
printf '%s\n' kontes,kode,sumber,s01,s02,s03,suara_sah ppwp,3201012001001,plano,1,2,3,6 \
    ppwp,3201012001001,sirekap,1,2,8,6 > t.csv
grep -v plano t.csv > sirekap.csv
recap-report -q --source sirekap -o t.xlsx t.csv
recap-report -q --verify t.xlsx sirekap.csv
recap-report -o t.xlsx t.csv
