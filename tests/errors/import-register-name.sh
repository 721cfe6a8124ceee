# All names in one column that are not what they must be: not split by guessing.
for nama in "TPS 002, RANDU ASRI, TELUK RANDU, MERAWAN, CONTOH" "RANDU ASRI" \
    "TPS 001, RANDU, ASRI, TELUK RANDU, MERAWAN, CONTOH" "TPS 001, , TELUK RANDU, MERAWAN, CONTOH"; do
    printf 'kode_tps,nama\n3299011001001,"%s"\n' "$nama" > register.csv
    recap-import -c ppwp -s plano -r register.csv ketik.csv || echo "status $?"
done
printf 'kelurahan,Nama Desa,kode\n' > register.csv
recap-import -c ppwp -s plano -r register.csv ketik.csv
