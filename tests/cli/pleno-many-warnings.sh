# Twenty warnings are printed: refused decisions of any contest before what the sums lack; of the
# others the number is told, also of those that the sums did not keep.
cat > rapat.conf << 'END'
[pleno]
kontes=ppwp;pdpd
keluaran=hasil
keputusan=keputusan.csv
[sumber plano]
berkas={kontes}.csv
END
{
    echo kontes,kode,sumber,s01,s02
    seq 101 160 | sed 's/.*/ppwp,3299012001&,,,1/'
} > ppwp.csv
sed '3,$d; s/ppwp/pdpd/; s/,,1/,1,1/' ppwp.csv > pdpd.csv
cat > keputusan.csv << 'END'
kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu
pdpd,3299012001101,s01,2,1,plano,basi,,PPK,
END
recap-pleno -q rapat.conf > out 2> err || echo "status $?"
grep refused err
grep -c 'not in the sum' err
tail -n 1 err
