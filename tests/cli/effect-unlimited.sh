# A TPS of which nothing is known: no limit is made up, what the others can change is said beside it;
# with a register its DPT and the reserve are the limit.
cat > plano.csv << 'end'
kontes,kode,sumber,s01,s02,s03,suara_sah,suara_total
ppwp,3907122001001,plano,90,40,20,150,155
ppwp,3907122001002,plano,80,30,31,142,150
ppwp,3907122001003,plano,,,,,
end
cat > register.csv << 'end'
kode,provinsi,kabko,kecamatan,desa,tps,dpt_l,dpt_p
3907122001001,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,001,90,90
3907122001002,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,002,90,80
3907122001003,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,003,20,30
3907122001004,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,004,3,4
end
recap-check -o janggal.csv plano.csv || :
recap-effect -F janggal.csv --format=text plano.csv || echo "status $?"
recap-effect -F janggal.csv -r register.csv --format=text plano.csv || echo "status $?"
