# Real files: every number of every record against what awk and jq read.
data=$RECAP_DATA/sirekap-2024-ppwp
[ -d "$data" ] || { echo "no real data in $RECAP_DATA"; exit 77; }
fields=paslon_01,paslon_02,paslon_03,suara_sah,suara_tidak_sah,suara_total,dpt_j,pengguna_dptb_l,pengguna_dpk_p,pengguna_total_j
names=s01,s02,s03,suara_sah,suara_tidak_sah,suara_total,pemilih_dpt_j,pengguna_pindahan_l,pengguna_khusus_p,pengguna_total_j
pick() {
    awk -F, -v code="$1" -v list="$2" '
        NR == 1 { n = split(list, want, ","); for (i = 1; i <= NF; i++) at[$i] = i; next }
        { line = $at[code]; for (i = 1; i <= n; i++) line = line "," $at[want[i]]; print line }' | sort
}
for region in bulungan kutai-timur; do
    recap-import -q -c ppwp -s sirekap "$data/$region.csv" > rekap.csv
    pick kode_tps $fields < "$data/$region.csv" > want
    pick kode $names < rekap.csv > got
    cmp want got && echo "$region: $(wc -l < got) records equal"
done
recap-import -q -c ppwp -s sirekap "$data/tps-json-dki.tar.gz" > rekap.csv
pick kode s01,s02,s03,suara_sah,pemilih_dpt_j,pengguna_khusus_l,suara_total < rekap.csv > got
mkdir dki
tar xzf "$data/tps-json-dki.tar.gz" -C dki
find dki -name '*.json' -exec jq -r '[(input_filename | sub(".*/"; "") | sub("[.]json$"; "")), .ts,
    .chart["100025"], .chart["100026"], .chart["100027"], .administrasi.suara_sah,
    .administrasi.pemilih_dpt_j, .administrasi.pengguna_non_dpt_l, .administrasi.suara_total]
    | map(. // "" | tostring) | join(",")' {} + |
    sort -t, -k1,1 -k2,2r | awk -F, '!seen[$1]++ { sub(/,[^,]*/, ""); print }' | sort > want
cmp want got && echo "dki: $(wc -l < got) documents equal"
