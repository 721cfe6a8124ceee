# Sirekap 2024 flattened: one row a TPS with Kemendagri codes.

[profil]
keterangan=Sirekap 2024 sebagai tabel, satu baris per TPS
kontes=ppwp

[kolom]
kode=kode_tps
provinsi=provinsi
kabko=kabko
kecamatan=kecamatan
desa=kelurahan
tps=tps
s01=paslon_01
s02=paslon_02
s03=paslon_03
suara_sah=suara_sah
suara_tidak_sah=suara_tidak_sah
suara_total=suara_total
pemilih_dpt_j=dpt_j
pemilih_dpt_l=dpt_l
pemilih_dpt_p=dpt_p
pengguna_dpt_j=pengguna_dpt_j
pengguna_dpt_l=pengguna_dpt_l
pengguna_dpt_p=pengguna_dpt_p
# Moved voters and voters with KTP-el only, in the words of Sirekap.
pengguna_pindahan_j=pengguna_dptb_j
pengguna_pindahan_l=pengguna_dptb_l
pengguna_pindahan_p=pengguna_dptb_p
pengguna_khusus_j=pengguna_dpk_j
pengguna_khusus_l=pengguna_dpk_l
pengguna_khusus_p=pengguna_dpk_p
pengguna_total_j=pengguna_total_j
pengguna_total_l=pengguna_total_l
pengguna_total_p=pengguna_total_p
waktu=ts
