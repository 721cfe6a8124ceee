# More moved voters for the DPRD than for the President.
cat > plano.csv << 'END'
kontes,kode,sumber,pengguna_pindahan_j
pdprdk,3907122001001,plano,3
ppwp,3907122001001,plano,2
END
recap-check plano.csv
