# The official recapitulation of 2019 beside the sums of two sources, one row a region.

[profil]
keterangan=Rekapitulasi resmi 2019 (rekap) di samping jumlah dua sumber (kpu, kawalpemilu)
kontes=ppwp
# A row is a desa, a kecamatan or a kab/kota: its code is that of a sum by names.
tingkat=desa
kode={parents} / {name}
abaikan=region;level;id;parent_id;parents;name;n_tps;kp_cakupan

[kolom tambahan]
pemilih_dpt_l=dpt_l
pemilih_dpt_p=dpt_p

[sumber rekap]
s01=rekap_01
s02=rekap_02

[sumber kpu]
s01=kpu_sum_pas1
s02=kpu_sum_pas2
suara_sah=kpu_sum_sah
suara_tidak_sah=kpu_sum_tSah
suara_total=kpu_sum_jum

[sumber kawalpemilu]
s01=kp_sum_pas1
s02=kp_sum_pas2
suara_sah=kp_sum_sah
suara_tidak_sah=kp_sum_tSah
suara_total=kp_sum_jum
