# A finding is settled by the rules that found it.
cat > plano.csv << 'END'
kontes,kode,sumber,pemilih_dpt_j
pkwkp,3216011001001,plano,720
END
printf '[R14 wilayah=3216]\nbatas_pemilih=700\n' > aturan.conf
recap-check --rules aturan.conf -o findings.csv plano.csv || echo "status $?"
# The plano was read again; without the file the limit would be 600.
sed 's/,720$/,650/' plano.csv > corrected.csv
echo 'kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu' > none.csv
recap-resolve -q -d none.csv -F findings.csv -o final.csv corrected.csv || echo "status $?"
recap-resolve -q -d none.csv -F findings.csv --rules aturan.conf -o final.csv corrected.csv
