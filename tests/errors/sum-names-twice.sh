# A region beside its own TPS, by names.
cat > t.csv <<'CSV'
kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,s01
ppwp,1-001,plano,CONTOH,MERAWAN,BUKIT,ASRI,001,10
ppwp,CONTOH / MERAWAN / BUKIT,plano,CONTOH,MERAWAN,BUKIT,,,10
CSV
recap-sum --by kabko t.csv
