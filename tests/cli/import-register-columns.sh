# Registers as others publish them: the headings differ, the number of the TPS is written in words, or
# all names stand in one column.
echo '{"chart":{"100025":1},"administrasi":null}' > 3299011001007.json
cat > satu.csv <<'CSV'
kode_tps,nama
3299011001007,"TPS 007, RANDU ASRI, TELUK RANDU., ADM. MERAWAN, CONTOH"
CSV
cat > dua.csv <<'CSV'
No,Kode TPS,Nama Provinsi,KAB/KOTA,Distrik,Kelurahan,No. TPS,DPT L,nama
1,3299011001007,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,TPS-7,120,apa saja
CSV
cat > tiga.csv <<'CSV'
desa,kelurahan,kode,kode_tps
DESA ITU,BUKAN INI,3299011001007,x
CSV
for register in satu.csv dua.csv tiga.csv; do
    recap-import -q -c ppwp -s sirekap -r $register 3299011001007.json > rekap.csv
    sed 1d rekap.csv | cut -d , -f 2,4-8
done
