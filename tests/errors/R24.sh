# The total of a desa is not the sum of its TPS, in the same source.
cat > rekap.csv << 'END'
kontes,kode,sumber,suara_sah
ppwp,3907122001,rekap,301
ppwp,3907122001001,rekap,100
ppwp,3907122001002,rekap,200
END
recap-check rekap.csv
