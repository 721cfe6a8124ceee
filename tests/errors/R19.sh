# One TPS, two contests: another DPT, and another number of voters.
cat > plano.csv << 'END'
kontes,kode,sumber,pemilih_dpt_j,pengguna_total_j
pdpd,3907122001001,plano,210,174
ppwp,3907122001001,plano,211,175
END
recap-check plano.csv
