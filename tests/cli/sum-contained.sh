# A row that lies in another would be counted twice: both places are named, in whatever order they are.
cat > desa.csv << 'END'
kontes,kode,sumber,s01
ppwp,3907122002,plano,7
ppwp,3907122001,plano,7
END
cat > tps.csv << 'END'
kontes,kode,sumber,s01
ppwp,3907122001002,sirekap,3
ppwp,3907122001001,plano,3
END
recap-sum --by kabko tps.csv desa.csv || echo "status $?"
recap-sum --by desa -o kecamatan.csv tps.csv
recap-sum --by provinsi kecamatan.csv
