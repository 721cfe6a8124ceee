# Rules for contests and regions: the longest prefix wins, then the contest; what is off is named.
cat > plano.csv << 'END'
kontes,kode,sumber,pemilih_dpt_j,surat_diterima,suara_sah,suara_tidak_sah,suara_total
pkwkp,3215011001001,plano,620,636,10,1,12
pkwkp,3216011001001,plano,620,636,10,1,12
pkwkp,3216021001001,plano,701,719,10,1,12
ppwp,3216011001001,plano,310,316,10,1,12
ppwp,3216021001001,plano,310,316,10,1,12
END
cat > aturan.conf << 'END'
[R07 wilayah=3216]
aktif=false
[R07 wilayah=321602 kontes=ppwp]
aktif=true
tingkat=info
[R14 kontes=pkwkp]
tingkat=info
[R14 kontes=pkwkp wilayah=3216]
batas_pemilih=700
[R14 wilayah=321602]
tingkat=galat
[R16]
pembulatan=atas, bawah
[R16 kontes=ppwp]
aktif=false
[R30]
aktif=false
END
recap-check --rules aturan.conf plano.csv || echo "status $?"
recap-check -q --rules aturan.conf --format text plano.csv
