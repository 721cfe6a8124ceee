# kawalpemilu.org 2019: what volunteers read on photographs of the forms, one row a TPS.
# recap-profile(5) describes every key.

[profil]
keterangan=kawalpemilu.org 2019, satu baris per TPS
kontes=ppwp
# KPU's number of the kelurahan in 2019, which is no code of the Kemendagri, and the TPS.
kode={kel_id}-{tps:03}
# Abroad there was no DPT by sex.
kosong=-1
abaikan=kel_id;pending;janggal;laporKpu;n_photos

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

# No photograph of the TPS was read yet: its zeros are no numbers.
[lewati]
cakupan=0
