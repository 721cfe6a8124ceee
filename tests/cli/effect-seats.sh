# Seats of two districts, one of which takes a desa out of a kecamatan: a misread number of a
# candidate, a broken form, a tie for the last seat; and DPD, where the first four have the seats.
cat > dapil.csv << 'end'
kontes,dapil,nama,kursi,kode
pdprdk,390701,MERAWAN 1,5,390712
pdprdk,390702,MERAWAN 2,3,390713
pdprdk,390702,,,3907122003
pdpd,39,CONTOH,4,39
end
cat > dprd.csv << 'end'
kontes,kode,sumber,p01,p01_01,p01_02,p01_j,p02,p02_01,p02_02,p02_j,p03,p03_01,p03_02,p03_j,suara_sah,suara_tidak_sah,suara_total
pdprdk,3907122001001,plano,10,40,35,85,5,30,10,45,4,20,,24,154,6,160
pdprdk,3907122001002,plano,12,38,41,91,6,28,12,46,3,22,,25,162,3,165
pdprdk,3907122003001,plano,20,30,40,90,5,20,5,30,3,20,7,30,150,2,152
pdprdk,3907131001001,plano,10,20,60,90,5,20,5,30,3,20,7,30,150,2,152
end
cat > dpd.csv << 'end'
kontes,kode,sumber,s01,s02,s03,s04,s05,s06,suara_sah,suara_total
pdpd,3907122001001,plano,50,40,30,20,10,5,155,160
pdpd,3907122001002,plano,40,50,31,20,28,4,173,180
end
cat > temuan.csv << 'end'
kontes,kode,provinsi,kabko,kecamatan,desa,tps,aturan,tingkat,isian,sumber_a,nilai_a,sumber_b,nilai_b,selisih,sebab,keterangan,asal_a,asal_b
pdprdk,3907122001001,,,,,,D01,galat,p01_02,plano,35,sirekap,45,10,,,,
pdprdk,3907122001001,,,,,,D01,galat,p01_01,plano,40,sirekap,30,-10,,,,
pdprdk,3907122001002,,,,,,D01,galat,p03_j,plano,25,sirekap,75,50,,,,
pdpd,3907122001002,,,,,,D01,galat,s05,plano,28,sirekap,38,10,,,,
end
recap-effect -F temuan.csv --seats=dapil.csv --format=text dprd.csv dpd.csv || echo "status $?"
recap-effect -F temuan.csv --seats=dapil.csv --format=json dpd.csv || echo "status $?"
recap-effect -F temuan.csv --seats=dapil.csv --bias dprd.csv
