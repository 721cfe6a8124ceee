# KPU's Situng 2019, collected with the administration and the links to the photographs.

[profil]
keterangan=Situng KPU 2019 lengkap, satu baris per TPS
kontes=ppwp
abaikan=c1-1;c1-2

[kolom]
# KPU's own number of the TPS.
kode=id
provinsi=provinsi
kabko=kabupaten
kecamatan=kecamatan
desa=kelurahan
tps=tps
waktu=timestamp
# 'pemilih' of a number is who voted for that pair.
s01=pemilih-1
s02=pemilih-2
pemilih_dpt_j=total-pemilih
pengguna_total_j=total-pengguna
suara_total=suara-total
suara_sah=suara-sah
suara_tidak_sah=suara-tidak-sah
