# Four sources side by side, 2019; the name after -s selects one.

[profil]
keterangan=Empat sumber berdampingan 2019 (kpu, kawalpemilu, kawalpilpres, ayojagatps)
kontes=ppwp
kode={provinsi} / {kabko} / {kecamatan} / {desa} / {tps}
# A source that has nothing of a TPS has 0 for both pairs.
semua_nol=kosong

[kolom]
provinsi=Prop
kabko=Kota
kecamatan=Kec
desa=Kel
tps=TPS

[sumber kpu]
s01=01 KPU
s02=02 KPU

[sumber kawalpemilu]
s01=01 KawalPemilu
s02=02 KawalPemilu

[sumber kawalpilpres]
s01=01 KawalPilpres
s02=02 KawalPilpres

[sumber ayojagatps]
s01=01 AyoJagaTPS
s02=02 AyoJagaTPS
