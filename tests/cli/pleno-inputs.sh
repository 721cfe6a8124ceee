# What the minutes of a meeting were made from: every input of every source, with the SHA-256 that
# sha256sum gives; names and identifiers from the lists of candidates; the fingerprint in the summary
# is the one on the minutes.
command -v unzip > path || { echo 'unzip is not installed'; exit 77; }
cells() {
    n=$(unzip -p "$1" xl/workbook.xml | sed 's/<sheet /\n&/g' | grep '^<sheet ' | grep -n "\"$2\"" | sed 's/:.*//')
    unzip -p "$1" xl/sharedStrings.xml > strings
    unzip -p "$1" "xl/worksheets/sheet$n.xml" > sheet
    awk -f "$srcdir/tests/cli/report-cells.awk" strings sheet
}
mkdir -p rapat/calon/pdpr rapat/sirekap
cd rapat
printf '{"5":{"id_partai":5,"nama":"PARTAI LIMA","nomor_urut":1},"6":{"id_partai":6,"nama":"PARTAI ENAM","nomor_urut":24}}\n' > calon/pdpr/partai.json
printf '{"5":{"100":{"nama":"SATU","nomor_urut":1},"101":{"nama":"DUA","nomor_urut":2}},"6":{"200":{"nama":"TIGA","nomor_urut":1}}}\n' > calon/pdpr/3299.json
cat > sirekap/3299012001001.json << 'END'
{"chart":{"5":{"jml_suara_total":12,"jml_suara_partai":3},"6":{"jml_suara_total":0,"jml_suara_partai":0},"null":null},
 "caleg":{"5":{"100":8,"101":1},"6":{"200":0}},
 "administrasi":{"suara_sah":12},"psu":null,"ts":"2024-02-15 07:00:00"}
END
cat > plano.csv << 'END'
kode,desa,tps,p01,p01_01,p01_02,p01_j,p24,p24_01,p24_j,suara_sah
3299012001001,SATU,001,3,9,0,12,0,0,0,12
END
cat > register.csv << 'END'
kode,provinsi,kabko,kecamatan,desa,tps
3299012001001,NUSA,BARU,MAJU,SATU,001
END
printf '[R16]\ntingkat=peringatan\n' > aturan.conf
head=kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu
echo $head > lain.csv
printf '%s\npdpr,3299012001001,p01_01,9,8,hitung-ulang,,,PPK,\n' $head > keputusan.csv
cat > rapat.conf << 'END'
[pleno]
kontes=pdpr
keluaran=hasil
daftar_tps=register.csv
aturan=aturan.conf
keputusan=keputusan.csv; lain.csv
calon=calon/{kontes}
[sumber plano]
berkas=plano.csv
[sumber sirekap]
berkas=sirekap
END
cd ..
recap-pleno -q rapat/rapat.conf > ringkasan || echo "status $?"
cut -d , -f 2,8,10- rapat/hasil/sirekap-pdpr.csv
cells rapat/hasil/berita-acara-pdpr.xlsx SATU | grep -e PARTAI -e SATU -e TIGA
cells rapat/hasil/berita-acara-pdpr.xlsx 'Lampiran Sumber' > annex
grep '^[BCFG]' annex
sidik=$(sed -n 's/^Sidik tabel akhir: \(.*\)\.$/\1/p' ringkasan)
grep -q "SHA-256): $sidik" annex || echo "'$sidik' is not the fingerprint of the minutes"
sed -n 's/^C[0-9]*	\([^	]*\).*/\1/p' annex | while read -r file; do
    if [ -f "rapat/$file" ]; then
        grep -q "$(sha256sum "rapat/$file" | sed 's/ .*//; s/..../& /g; s/ $//')" annex || echo "$file: not its SHA-256"
    fi
done
recap-report -q --verify rapat/hasil/berita-acara-pdpr.xlsx -m rapat/rapat.conf -F rapat/hasil/temuan-pdpr.csv \
    -F rapat/hasil/selisih-pdpr.csv -d rapat/hasil/pembetulan-pdpr.csv --rules rapat/aturan.conf \
    --candidates rapat/calon/pdpr -r rapat/register.csv rapat/hasil/final-pdpr.csv || echo "status $?"
