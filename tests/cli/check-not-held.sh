# The register against several contests: DKI Jakarta has no DPRD kabupaten/kota, so no form of it is
# missing; gaps and special TPS are normal; a source that has totals only lacks no TPS.
cat > register.csv << 'END'
kode,provinsi,kabko,kecamatan,desa,tps
3171011001001,DKI,JAKARTA,GAMBIR,GAMBIR,001
3201011001001,JABAR,BOGOR,A,B,001
3201011001003,JABAR,BOGOR,A,B,003
3201011001901,JABAR,BOGOR,A,B,901
END
cat > plano.csv << 'END'
kontes,kode,sumber,suara_sah
pdprdk,3201011001001,plano,1
pdprdk,3201011001003,plano,2
ppwp,3201011001001,plano,1
ppwp,3201011001003,plano,2
ppwp,3201011001901,plano,3
ppwp,3201011001,rekap,6
END
recap-check -r register.csv plano.csv
