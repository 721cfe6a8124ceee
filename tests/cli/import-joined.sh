# Names that stand once for several rows: in joined cells they are those of all these rows, in .xlsx and
# .ods; without a join a blank is refused, unless the profile says otherwise.
. "$srcdir/tests/errors/workbook.subr"
cat > daftar.csv <<'CSV'
kode,provinsi,kabko,kecamatan,desa,tps
3299122001001,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,001
3299122001002,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,002
3299122002001,CONTOH,MERAWAN,TELUK RANDU,RANDU SARI,001
3299132001001,CONTOH,MERAWAN,BUKIT,RANDU ASRI,001
CSV
printf '%s\n' 'Kecamatan|Desa|TPS|suara_sah' 'Teluk Randu|Randu Asri|1|10' '<c/>|<c/>|2|20' \
    '<c/>|Jumlah|<c/>|30' '<c/>|Randu Sari|1|30' 'Bukit|Randu Asri|1|40' > rows.txt
rows < rows.txt > Ketikan
printf '%s\n' A2:A5 B2:B3 A9:B9 > Ketikan.joined
workbook joined.xlsx Ketikan
recap-import -c ppwp -s plano -r daftar.csv joined.xlsx | cut -d, -f2,6-
sed -e 's/^Teluk/4*Teluk/; 1,4s/|Randu Asri/|2*Randu Asri/; 3,5s/^<c.>/=/; 3s/|<c.>/|=/' rows.txt > Lembar
spreadsheet joined.ods Lembar
recap-import -q -c ppwp -s plano -r daftar.csv joined.ods | cut -d, -f2,6-

# Nothing is joined: what stands above is no name of these rows.
rm Ketikan.joined
workbook plain.xlsx Ketikan
recap-import -c ppwp -s plano -r daftar.csv plain.xlsx | cut -d, -f2,6- || :
cat > ke-bawah.profile <<'P'
[profil]
isi_ke_bawah=kecamatan,desa
[kolom]
kecamatan=Kecamatan
desa=Desa
tps=TPS
P
recap-import -q -c ppwp -s plano -r daftar.csv -p ./ke-bawah.profile plain.xlsx | cut -d, -f2,6-

# A record that cannot be read may have had a name: nobody goes on with the one before.
printf 'Kecamatan,Desa,TPS,s01\nTeluk Randu,Randu Asri,1,1\n,Randu Sari,1,1,9\n,,1,2\nBukit,,1,3\n' > cacat.csv
recap-import -c ppwp -s plano -r daftar.csv -p ./ke-bawah.profile cacat.csv | cut -d, -f2,6-
