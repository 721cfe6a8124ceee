# A decision without a field takes note of a finding about a whole form: a TPS that one side lacks.
cat > plano.csv << 'END'
kontes,kode,sumber,desa,tps,s01,s02,s03,suara_sah
ppwp,3907122001001,plano,RANDU ASRI,001,1,2,3,6
ppwp,3907122001002,plano,RANDU ASRI,002,1,2,3,6
END
sed '/001002/d; s/plano/sirekap/' plano.csv > sirekap.csv
recap-diff -o findings.csv plano.csv sirekap.csv || echo "status $?"
cat > decisions.csv << 'END'
kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu
ppwp,3907122001002,,,,plano,foto belum diunggah,,PPK,
END
recap-resolve -d decisions.csv -F findings.csv --log log.csv -o final.csv plano.csv
cat log.csv
recap-report -q -F findings.csv -d decisions.csv -o minutes.xlsx final.csv || echo "status $?"
unzip -p minutes.xlsx xl/sharedStrings.xml | grep -o 'Dicatat\|Belum diputuskan\|foto belum diunggah'

echo '-- several findings about it: a note that names none is refused'
sed 's/,D03,/,R27,/' findings.csv > newer.csv
recap-resolve -q -d decisions.csv -F findings.csv -F newer.csv -o final.csv plano.csv || echo "status $?"
{ sed '1s/$/,aturan/; 1q' decisions.csv; sed '1d; s/$/,D03/' decisions.csv; } > named.csv
recap-resolve -q -d named.csv -F findings.csv -F newer.csv -o final.csv plano.csv || echo "status $?"
echo '-- the next day: it is there now, and another finding is about it'
recap-resolve -q -d named.csv -F newer.csv -o final.csv plano.csv || echo "status $?"
echo '-- the sheet asks for the other one, and takes the note of the first for no other'
recap-resolve -q -d named.csv -F findings.csv --keep keputusan.csv -o final.csv plano.csv
recap-report -q -F findings.csv -F newer.csv -d keputusan.csv -o rapat.xlsx final.csv || echo "status $?"
unzip -p rapat.xlsx xl/sharedStrings.xml | tr '\n' ' ' | grep -o 'Dicatat\|Belum diputuskan\|- catat\|- putus'
recap-resolve -q -d rapat.xlsx -F findings.csv -F newer.csv -o final.csv plano.csv || echo "status $?"
