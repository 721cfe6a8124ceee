# Totals that cannot be checked: one part is blank, a TPS is missing. It is said once for each.
cat > rekap.csv << 'END'
kontes,kode,sumber,tps_terdaftar,suara_sah,suara_tidak_sah
ppwp,3907122001,rekap,2,300,4
ppwp,3907122001001,plano,,100,
ppwp,3907122001002,plano,,200,4
ppwp,3907122002,rekap,2,300,4
ppwp,3907122002001,plano,,300,4
END
recap-check rekap.csv
