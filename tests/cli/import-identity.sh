# A recap table goes through unchanged: states, guards, quotes, origins.
cat > rekap.csv <<'CSV'
kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,waktu,psu,asal,s01,s02,suara_sah
ppwp,3299011001001,plano,CONTOH,MERAWAN,"RANDU, UTARA","DESA ""A""",001,2024-02-15T10:00:00,Reguler,foto/1.jpg,0,?,
ppwp,3299011001001,sirekap,'=CONTOH,'-,'+1,'@x,001,,,"a,b.json",12,,999
ppwp,99.AA.01.0001,plano,,,,,,,,'=1+1,48210,1,1
CSV
recap-import -c ppwp rekap.csv > lagi.csv
cmp rekap.csv lagi.csv
