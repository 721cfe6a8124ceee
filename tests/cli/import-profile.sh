# A profile of the user.
cat > saksi.profile <<'CONF'
[profil]
kontes=ppwp
kode={kabko} / {kecamatan} / {desa} / {tps}
kosong=nihil
angka=id

[tetap]
kabko=MERAWAN

[kolom]
kecamatan=Kec.
desa=Desa
tps=TPS
s01=Satu
s02=/du+a/
s03=Tiga

[lewati]
Status=belum
CONF
cat > saksi.csv <<'CSV'
Kec.,Desa,TPS,Satu,DUA,Tiga,Status
Bukit,Asri,1,1.000,nihil,30,masuk
Bukit,Asri,2,1,2,3,belum
CSV
recap-import -v -c ppwp -s saksi -p ./saksi.profile saksi.csv
