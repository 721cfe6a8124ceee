# A TPS that voted again.
cat > plano.csv << 'END'
kontes,kode,sumber,psu,suara_sah
ppwp,3907122001001,plano,Pemungutan Suara Ulang,170
ppwp,3907122001002,plano,Reguler,170
END
recap-check plano.csv
