# What became of each row of the page, as in the minutes: a form without a page, a difference, a sum
# that is wrong, and what only explains.
cat > plano.csv << 'EOF'
kontes,kode,sumber,desa,tps,s01,s02,s03,suara_sah
ppwp,3907122001001,plano,RANDU ASRI,001,1,2,3,6
ppwp,3907122001002,plano,RANDU ASRI,002,1,2,3,6
ppwp,3907122001003,plano,RANDU ASRI,003,4,2,3,8
EOF
sed '/001002/d; /001001/s/1,2,3,6/1,2,5,8/; s/plano/sirekap/' plano.csv > sirekap.csv
recap-diff -q -o diff.csv plano.csv sirekap.csv || [ $? = 1 ]
recap-check -q -o check.csv plano.csv || [ $? = 1 ]
sed 's/,D03,/,R27,/' diff.csv > twin.csv
cat > decisions.csv << 'EOF'
kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu,aturan
ppwp,3907122001002,,,,plano,foto belum diunggah,,PPK,,D03
ppwp,3907122001001,s03,3,3,plano,,,PPK,,
EOF
show() {
    recap-report -q -F diff.csv -F check.csv -F twin.csv -d decisions.csv -o t.html "$@" ||
        echo "status $?"
    sed -n 's|^.*<script type="application/json" id="data">\(.*\)</script>$|\1|p' t.html |
        jq -r '. as $d | .baris | [.tps, .isian, .n, .status] | transpose | foreach .[] as $row
            ({ end: 0 }; { first: .end, end: (.end + $row[2]) };
             [$d.tps[$row[0]], ($d.isian[$row[1]][0] | if $row[1] < 0 then "-" else . end),
              ([range(.first; .end) as $i | $d.aturan[$d.temuan.aturan[$i]][0]] | join(" ")),
              ["open", "stale", "decided", "settled", "note"][$row[3]]] | @tsv)'
}
show plano.csv
echo '-- the sum is put right'
sed 's/4,2,3,8/4,2,3,9/' plano.csv > final.csv
show final.csv
echo '-- the table does not have what was decided'
sed -i '/001001/s/s03,3,3/s03,3,7/' decisions.csv
show final.csv
