# For the projector: a heading for each desa and pair of sources; three tables, one in another order.
cat > plano.csv << 'END'
kontes,kode,sumber,kecamatan,desa,tps,s01,s02,s03,suara_sah
ppwp,3907122001001,plano,RANDU,RANDU ASRI,001,60,70,40,170
ppwp,3907122001002,plano,RANDU,RANDU ASRI,002,10,20,30,60
ppwp,3907122002001,plano,RANDU,RANDU SARI,001,1,?,3,6
ppwp,3907122002002,plano,RANDU,RANDU SARI,002,1,2,3,6
END
cat > sirekap.csv << 'END'
suara_sah,s03,s02,s01,kode,kontes,sumber,asal
6,3,2,1,3907122002001,ppwp,sirekap,d.json
170,40,70,80,3907122001001,ppwp,sirekap,a.json
,,,,3907122001002,ppwp,sirekap,b.json
6,3,2,1,3907122002009,ppwp,sirekap,e.json
END
cat > salinan.csv << 'END'
kontes,kode,sumber,s01,s02
ppwp,3907122001001,salinan:PAN,60,70
ppwp,3907122001002,salinan:PAN,10,
ppwp,3907122002001,salinan:PAN,1,2
ppwp,3907122002002,salinan:PAN,1,3
END
recap-diff --format text plano.csv sirekap.csv salinan.csv || echo "status $?"
recap-diff -v --ignore-blank --fields s01,s02 --region 3907122001 plano.csv sirekap.csv salinan.csv
