# Two TPS of one desa with the same votes.
cat > plano.csv << 'END'
kontes,kode,sumber,s01,s02,s03
ppwp,3907122001001,plano,60,70,40
ppwp,3907122001004,plano,60,70,40
END
recap-check plano.csv
