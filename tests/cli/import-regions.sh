# Tables of regions, whose codes a profile makes: no row that says whose it is is lost because its numbers
# happen to be the sums of those above. A total without a name is one, and where it stands is told.
cat > provinsi.profile <<'P'
[profil]
kode={provinsi}
tingkat=provinsi
[kolom]
provinsi=Provinsi
s01=01
P
cat > nomor.profile <<'P'
[profil]
kode={desa} {Nomor}
tingkat=desa
isi_ke_bawah=desa
abaikan=Nomor
[kolom]
desa=Desa
s01=01
P
cat > wilayah.profile <<'P'
[profil]
kode={induk} / {nama}
tingkat=kecamatan
abaikan=induk;nama
[kolom]
s01=01
P
cat > tps.profile <<'P'
[profil]
kode={desa} {tps}
isi_ke_bawah=desa
[kolom]
desa=Desa
tps=TPS
s01=01
P
# Usage: take PROFILE LINE...
take () {
    profile=$1
    shift
    printf '%s\n' "$@" > "$profile.csv"
    recap-import -c ppwp -s kpu -p "./$profile.profile" -o out.csv "$profile.csv" || echo "status $?"
    cut -d, -f 2,9- out.csv
}
# Zeros, then numbers of which one is the sum of those before it.
take provinsi Provinsi,01 A,0 B,0 C,0 D,0 ,0
take provinsi Provinsi,01 A,100 B,200 C,300 ,600 D,600
# Not the sum: then nobody knows what it is.
take provinsi Provinsi,01 A,100 B,200 ,301
# A name that stands above its rows is theirs, and so is the number.
take nomor Desa,Nomor,01 Asri,1,0 ,2,0 ,3,0 Sari,1,0 ,,0
take tps Desa,TPS,01 Asri,1,0 ,2,0 ,3,0 Sari,1,0 ,,0
# What the code is made of stands in columns that are otherwise not read.
take wilayah induk,nama,01 X,A,0 X,B,0 X,C,0 X,,0 ,,0
# Behind a row of totals a sum of nothing is none.
take provinsi Provinsi,01 A,100 B,200 Jumlah,300 ,0
# Of many the first places are told.
take provinsi Provinsi,01 A,1 $(yes Total,1 | head -n 11)
