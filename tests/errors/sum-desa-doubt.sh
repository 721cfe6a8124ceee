# Two desa of one name whose TPS have different numbers: only their codes tell. Codes with the names
# in them do not, and neither do TPS without a desa.
cat > t.csv <<'CSV'
kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,s01
ppwp,65317-001,plano,CONTOH,MERAWAN,BUKIT,ASRI,001,10
ppwp,65317-002,plano,CONTOH,MERAWAN,BUKIT,ASRI,002,10
ppwp,65318-003,plano,CONTOH,MERAWAN,BUKIT,ASRI,003,20
ppwp,65318-004,plano,CONTOH,MERAWAN,BUKIT,ASRI,004,20
ppwp,BUKIT / Sari / 1,plano,CONTOH,MERAWAN,BUKIT,SARI,001,5
ppwp,BUKIT / SARI / 2,plano,CONTOH,MERAWAN,BUKIT,SARI,002,5
ppwp,a-001,plano,CONTOH,MERAWAN,BUKIT,,001,1
ppwp,b-001,plano,CONTOH,MERAWAN,BUKIT,,001,1
CSV
recap-sum --by kecamatan t.csv
