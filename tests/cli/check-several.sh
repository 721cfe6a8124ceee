# Forms together: contests of one TPS, totals beside their parts, twins, a re-vote; as CSV, as text,
# and with what holds.
cat > plano.csv << 'END'
kontes,kode,sumber,desa,tps,psu,pemilih_dpt_j,pengguna_pindahan_j,s01,s02,s03,p01_j,p02_j,p03_j
pdpr,3907122001001,plano,RANDU ASRI,001,,210,4,,,,10,20,30
pdpr,3907122001002,plano,RANDU ASRI,002,,198,1,,,,10,20,30
ppwp,3907122001001,plano,RANDU ASRI,001,,210,3,61,70,40,,,
ppwp,3907122001002,plano,RANDU ASRI,002,Pemungutan Suara Ulang,189,2,52,69,41,,,
END
cat > rekap.csv << 'END'
kontes,kode,sumber,kecamatan,desa,tps_terdaftar,s01,s02,s03
ppwp,390712,rekap,TELUK RANDU,,5,214,210,122
ppwp,3907122001,rekap,TELUK RANDU,RANDU ASRI,2,131,139,81
ppwp,3907122002,rekap,TELUK RANDU,RANDU JAYA,3,83,71,41
END
recap-check plano.csv rekap.csv || echo "status $?"
recap-check --format=text plano.csv rekap.csv || echo "status $?"
recap-check --all plano.csv rekap.csv | awk -F, '$8 ~ /^R(19|20|24)$/ && $9 == "sesuai"'
