# KPU's Situng 2019 as collected by kawalpemilu.org, one row a TPS.

[profil]
keterangan=Situng KPU 2019 menurut kawalpemilu.org, satu baris per TPS
kontes=ppwp
kode={kel_id}-{tps:03}
kosong=-1
abaikan=kel_id
# With this column the numbers are the volunteers' own.
tanpa=cakupan

[kolom]
provinsi=provinsi
kabko=kabko
kecamatan=kecamatan
desa=kelurahan
tps=tps
pemilih_dpt_l=dpt_l
pemilih_dpt_p=dpt_p
s01=pas1
s02=pas2
suara_sah=sah
suara_tidak_sah=tSah
suara_total=jum
