# Codes that tell no region: the names do. Another spelling of one name is pointed out, a name that
# differs by a letter is another region.
cat > t.csv <<'CSV'
kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,s01
ppwp,1-001,plano,CONTOH,MERAWAN,PESO ILIR,ASRI,001,10
ppwp,1-002,plano,CONTOH,MERAWAN,Peso Ilir,ASRI,002,11
ppwp,2-001,plano,CONTOH,MERAWAN,PESO HILIR,SARI,001,12
ppwp,3-001,plano,CONTOH,MERAWAN,BUKIT,SARI,001,13
CSV
recap-sum --by kecamatan t.csv > kecamatan.csv
cat kecamatan.csv
recap-sum --by kabko kecamatan.csv
