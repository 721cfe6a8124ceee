# Several contests and sources: files for one contest, {kontes}, a region, a source of one contest
# only, two kinds of names; trouble with one contest leaves the others.
mkdir ppwp pdpd
cat > rapat.conf << 'END'
[rapat]
tempat=Aula
tanggal=2024-02-20
[pleno]
kontes=ppwp; pdpd ;pdpr
keluaran=a/b
wilayah=329901
daftar_tps=daftar.csv
[sumber sirekap]
berkas={kontes}/s.csv
[sumber salinan:Partai Kita ppwp]
berkas=kita.csv
[sumber plano]
berkas={kontes}/p.csv
[sumber plano pdpr]
berkas=tidak-ada.csv
[sumber sirekap pdpr]
berkas=ppwp/s.csv
END
cat > daftar.csv << 'END'
kode,provinsi,kabko,kecamatan,desa,tps
3299012001001,NUSA,BARU,MAJU,SATU,001
3299012001002,NUSA,BARU,MAJU,SATU,002
3299022001001,NUSA,BARU,LAIN,DUA,001
END
for kontes in ppwp pdpd; do
    cat > $kontes/p.csv << 'END'
kode,pemilih_dpt_j,s01,s02,suara_sah,suara_tidak_sah,suara_total
3299012001001,20,10,5,15,1,16
3299022001001,20,10,5,15,1,16
END
    cp $kontes/p.csv $kontes/s.csv
    echo 3299012001002,20,1,2,3,0,3 >> $kontes/s.csv
done
sed 2s/,20,/,21,/ ppwp/p.csv > pdpd/p.csv
{ cat ppwp/p.csv; echo 3299012001009,satu,,,,,; } > kita.csv
recap-pleno -v rapat.conf || echo "status $?"
ls a/b
cat a/b/tolakan-salinan-Partai-Kita-ppwp.csv
grep -o 'R19,[a-z]*,[a-z_]*' a/b/temuan-*.csv
cat a/b/jumlah-kecamatan-pdpd.csv
grep -o 'pleno-[a-z]*\.html' a/b/pleno-ppwp.html | sort -u
! grep -r recap-pleno a/b
