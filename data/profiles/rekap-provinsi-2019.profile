# The recapitulation of 2019 as an app saved it: JSON, a list of provinces. The list 'kab' of each of
# them should have its kabupaten, but repeats the provinces.

[profil]
keterangan=Rekapitulasi 2019 per provinsi (JSON): name, value1, value2, dan daftar kab yang mengulang provinsi
kontes=ppwp
tingkat=provinsi
kode={provinsi}
angka=id

[kolom]
provinsi=name
s01=value1
s02=value2

[lewati]
daftar=kab
