# Decisions in a chain, stale ones refused by name, findings that nobody decided about.
cat > plano.csv << 'END'
kontes,kode,sumber,desa,tps,s01,s02,s03,suara_sah
ppwp,3907122001002,plano,RANDU ASRI,002,1,2,3,7
ppwp,3907122001001,plano,RANDU ASRI,001,1,,3,7
END
cat > decisions.csv << 'END'
isian,kontes,kode,semula,menjadi,dasar,alasan
s02,ppwp,3907122001001,,3,plano,terbaca
s02,ppwp,3907122001001,3,4,hitung-ulang,
suara_sah,ppwp,3907122001001,7,8,hitung-ulang,
s01,ppwp,3907122001002,2,3,plano,
s01,ppwp,3907122001003,2,3,plano,
s09,ppwp,3907122001002,2,3,plano,
END
recap-check -o findings.csv plano.csv || echo "status $?"
recap-resolve -d decisions.csv -F findings.csv --log log.csv plano.csv || echo "status $?"
cat log.csv

echo '-- a list that goes on: what it says a second time is said a second time'
printf '%s\n' isian,kontes,kode,semula,menjadi,dasar,alasan s01,ppwp,3907122001002,1,6,plano, \
    s01,ppwp,3907122001002,6,1,plano, > monday.csv
{ cat monday.csv; echo s01,ppwp,3907122001002,1,6,plano,; } > tuesday.csv
recap-resolve -d monday.csv -d tuesday.csv plano.csv
