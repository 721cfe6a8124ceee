# What settles a finding: the page that was missing is there, the sum of a short ballot is right.
cat > plano.csv << 'END'
kontes,kode,sumber,pemilih_dpt_l,pemilih_dpt_p,p01,p01_01,p01_02,p01_j,suara_sah
pdprdk,3216011001001,plano,,,5,6,,11,11
pdprdk,3216011001002,plano,90,95,5,6,,12,11
pdprdk,3216011001003,plano,90,95,5,6,7,18,18
END
recap-check -o findings.csv plano.csv || echo "status $?"
cut -d, -f2,8,10,12,14,17 findings.csv
cat > decisions.csv << 'END'
kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu
pdprdk,3216011001001,pemilih_dpt_l,,100,plano,halaman difoto ulang,,PPK,
pdprdk,3216011001001,pemilih_dpt_p,,110,plano,halaman difoto ulang,,PPK,
pdprdk,3216011001002,p01,5,6,plano,salah baca,,PPK,
pdprdk,3216011001002,suara_sah,11,12,plano,salah baca,,PPK,
END
recap-resolve -d decisions.csv -F findings.csv -o final.csv plano.csv
