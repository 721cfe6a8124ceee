# One file a desa, which only its name tells: PROVINSI_KABKO_KECAMATAN_DESA.csv.

[profil]
keterangan=Satu berkas per desa, wilayah dari nama berkas
kontes=ppwp
berkas=/(?<provinsi>[^_]+)_(?<kabko>[^_]+)_(?<kecamatan>[^_]+)_(?<desa>[^_]+)\.(?:csv|tsv)(?:\.gz)?/
kode={provinsi} / {kabko} / {kecamatan} / {desa} / {tps}
# A TPS that was not read yet has 0 everywhere.
semua_nol=kosong
# Not of the form: what the program that made the file has added up.
abaikan=Total

[kolom]
tps=0
s01=1
s02=2
s03=3

# Rows before the first TPS.
[lewati]
0=0
