# kawalpemilu.org 2024, one row a desa: sums of the TPS whose photographs were read.

[profil]
keterangan=kawalpemilu.org 2024, satu baris per desa
kontes=ppwp
tingkat=desa
# The numbers of the regions are only counted within the region above.
kode={provinsi} / {kabko} / {kecamatan} / {desa}
angka=en
abaikan=/(?:prov|kab|kec|kel)_id|paslon\d_perc|tot_tps.*|tps_coverage_perc/

[kolom]
provinsi=prov_name
kabko=kab_name
kecamatan=kec_name
desa=kel_name
s01=paslon1
s02=paslon2
s03=paslon3

