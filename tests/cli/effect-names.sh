# Codes that tell no region: names do. A TPS that is missing in the table is placed by its names, too.
cat > plano.csv << 'end'
kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,s01,s02,s03,suara_sah,suara_total,pemilih_dpt_j
ppwp,A-1,plano,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,001,50,40,10,100,100,200
ppwp,A-2,plano,CONTOH,MERAWAN,TELUK RANDU,Bukit Selasih,001,20,30,5,55,55,100
ppwp,A-3,plano,CONTOH,MERAWAN,TELUK RANDU,BUKIT SELASIH,002,1,2,3,6,6,100
end
cat > temuan.csv << 'end'
kontes,kode,provinsi,kabko,kecamatan,desa,tps,aturan,tingkat,isian,sumber_a,nilai_a,sumber_b,nilai_b,selisih,sebab,keterangan,asal_a,asal_b
ppwp,A-4,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,002,D04,galat,,plano,,sirekap,,,,,,
ppwp,A-3,CONTOH,MERAWAN,TELUK RANDU,BUKIT SELASIH,002,D01,galat,s03,plano,3,sirekap,4,1,,,,
end
recap-effect -F temuan.csv --by=desa plano.csv
