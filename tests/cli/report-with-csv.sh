# --with-csv: the table, its sums and the findings beside the workbook; the sums are those of
# recap-sum.
awk -v desa='3 2' -f "$srcdir/tests/cli/report-table.awk" | awk -F, -v OFS=, '
    NR == 3 { $31 = "" }
    { $8 = $8 (NR == 1 ? ",waktu,psu,asal" : ",,,ketikan.csv:" NR); $1 = $1; print }
    END { $31 = $32 = $33 = ""; sub(/^ppwp/, "pdpr"); print }' > t.csv
cat > findings.csv << 'END'
kontes,kode,provinsi,kabko,kecamatan,desa,tps,aturan,tingkat,isian,sumber_a,nilai_a,sumber_b,nilai_b,selisih,sebab,keterangan,asal_a,asal_b
pdpr,1309012001003,,,,,,R08,galat,suara_sah,plano,1,,2,1,,lain,,
ppwp,1309012001001,,,,SAGULUBBEK PERBATASAN SELATAN,001,R18,info,pengguna_total_j,plano,1,,2,1,,"=lebih, banyak",,
ppwp,1309012001003,,,,SAGULUBBEK PERBATASAN SELATAN,003,D01,galat,s01,plano,64,sirekap,864,800,ratusan-tambahan,"64 pada plano, 864 pada Sirekap",plano.csv:4,sirekap.csv:9
ppwp,1309012002001,,,,TAILELEU,001,D10,galat,,plano,,sirekap,,,tps-lain,angka TPS 901,plano.csv:5,
ppwp,1309012002001,,,,TAILELEU,001,R08,galat,suara_sah,plano,164,rumus,165,1,,berbeda sebelum rapat,plano.csv:5,
ppwp,1309012002901,,,,TAILELEU,901,D03,galat,,plano,,sirekap,,,,TPS tidak ada pada Sirekap,plano.csv:6,
END
value=$(awk -F, '$2 == "1309012001003" && $1 == "ppwp" { print $34 }' t.csv)
cat > decisions.csv << END
kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu
ppwp,1309012001003,s01,864,$value,plano,Dicocokkan dengan plano,1,PPK; saksi,2024-02-20 10:15
END
recap-report -q -c ppwp -F findings.csv -d decisions.csv --with-csv -o ba.2024.xlsx t.csv || echo "status $?"
ls
cut -d, -f 1-10,32- ba.2024.csv
cut -d, -f 1-12,34- ba.2024-jumlah.csv
cat ba.2024-selisih.csv
{ recap-sum -q --by kecamatan ba.2024.csv 2> log || true; } > sums
{ recap-sum -q --by desa ba.2024.csv 2> log || true; } | tail -n +2 >> sums
cmp sums ba.2024-jumlah.csv
# Without findings there is no list of them.
recap-report -q -c ppwp --with-csv -o lain.xlsx t.csv || echo "status $?"
ls lain*
# Of sums too it is the same table: the same fingerprint, the same sums, nothing more complete.
awk '/^\.\\" recipe/ { on = 1 } /^\.Ed/ { on = 0 } on && !/^\./ { gsub(/\\e/, "\\"); print }' \
    "$srcdir/man/recap-report.1.in" > recipe
for options in '' --counts; do
    { recap-sum -q --by desa $options ba.2024.csv 2> log || true; } > desa.csv
    recap-report -q --with-csv -o desa-ba.xlsx desa.csv || echo "status $?"
    cut -d, -f 2-3,10-13,32- desa-ba.csv
    recap-report -q -o again.xlsx desa-ba.csv || echo "status $?"
    cp desa-ba.csv final.csv
    sh -eu recipe | sed "s/ $//" > sidik
    for book in desa-ba again; do
        unzip -p "$book.xlsx" xl/sharedStrings.xml > strings
        grep -o 'BELUM LENGKAP: [^<]*' strings
        grep -qF "$(cat sidik)" strings
    done
    { recap-sum -q --by kecamatan desa.csv 2> log || true; } > sums
    sed "s/desa.csv/desa-ba.csv/" sums | cmp - desa-ba-jumlah.csv
    cut -d, -f 2,11-13 sums
done
