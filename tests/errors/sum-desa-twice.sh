# One TPS of one desa by two codes: two desa of one name, or the TPS twice. Nothing is added up.
cat > t.csv <<'CSV'
kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,s01
ppwp,65317-001,plano,CONTOH,MERAWAN,BUKIT,ASRI,001,10
ppwp,65317-001,panwaslu,CONTOH,MERAWAN,BUKIT,ASRI,001,10
ppwp,65318-1,plano,CONTOH,MERAWAN,BUKIT,Desa Asri,1,20
CSV
recap-sum --by desa t.csv
