# Run again: nothing changes as long as no input does; what changes is kept first, and from wherever
# the tool is called, the bytes are the same.
mkdir -p rapat/sirekap
cat > rapat/rapat.conf << 'END'
[pleno]
kontes=ppwp
keluaran=hasil
keputusan=keputusan.csv
[sumber plano]
berkas=plano.csv
[sumber sirekap]
berkas=sirekap.csv
END
columns=kontes,kode,sumber,kecamatan,desa,tps,pengguna_total_j,s01,s02,suara_sah,suara_tidak_sah,suara_total
cat > rapat/plano.csv << END
$columns
ppwp,3299012001001,,MAJU,SATU,001,16,10,5,15,1,16
ppwp,3299012001002,,MAJU,SATU,002,9,4,4,8,1,9
END
sed 's/,10,5,15,/,10,6,16,/' rapat/plano.csv > rapat/sirekap.csv
head=kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu
echo $head > rapat/keputusan.csv
state() { (cd rapat/hasil && sha256sum *) > "$1"; }

recap-pleno rapat/rapat.conf > one || echo "status $?"
state first
(cd rapat && recap-pleno -v rapat.conf) > two || echo "status $?"
state second
cmp one two && cmp first second && echo 'nothing changed'

echo 'ppwp,3299012001001,s02,5,6,hitung-ulang,dihitung ulang,,PPK,' >> rapat/keputusan.csv
echo 'ppwp,3299012001002,s02,3,4,plano,basi,,PPK,' >> rapat/keputusan.csv
echo 'pdpr,3299012001002,p01,3,4,plano,kontes lain,,PPK,' >> rapat/keputusan.csv
recap-pleno rapat/rapat.conf || echo "status $?"
cat rapat/hasil/final-ppwp.1.csv rapat/hasil/final-ppwp.csv
ls rapat/hasil
