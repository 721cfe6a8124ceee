# What the page is made from: the policy, the data of the overview, and those of one desa.
if ! command -v openssl > openssl.path; then
    echo "openssl is not installed"
    exit 77
fi
cat > plano.csv << 'EOF'
kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,pengguna_dpt_l,pengguna_dpt_p,pengguna_dpt_j,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total
ppwp,3907122001001,plano,NUSA,MERAWAN,TELUK,RANDU,001,40,42,82,10,20,50,80,2,82
ppwp,3907122001002,plano,NUSA,MERAWAN,TELUK,RANDU,002,1,,?,0,,7,7,0,7
ppwp,3907122002001,plano,NUSA,MERAWAN,TELUK,KENARI,001,0,0,0,,,,,,
EOF
cat > sirekap.csv << 'EOF'
kontes,kode,sumber,tps,s01,s02,s03,suara_sah
ppwp,3907122001001,sirekap,001,10,820,50,80
EOF
recap-diff -q -o diff.csv plano.csv sirekap.csv || [ $? = 1 ]
cat > decisions.csv << 'EOF'
kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu
ppwp,3907122001001,s02,20,20,plano,X terbaca 8,1/KK,PPK,2024-02-20T10:00
EOF
printf '[rapat]\nnomor=7\ntempat=Balai\ntanggal=2024-02-20\n[saksi 2]\nnama=A\nmewakili=Paslon B\n' \
    > meeting.conf
recap-report -m meeting.conf -F diff.csv -d decisions.csv --reload=30 -o t.html plano.csv \
    sirekap.csv || echo "status $?"
element() {
    sed -n "s|^.*<script type=\"application/json\" id=\"$1\">\(.*\)</script>\$|\1|p" t.html
}
element data | jq -r 'to_entries[] | select(.key != "bagian") | "\(.key) \(.value | tojson)"'
element village-0 | jq -r 'to_entries[] | "\(.key) \(.value | tojson)"'
element above
# The browser runs what has these hashes and nothing else.
sed -n 's/.*Content-Security-Policy" content="\([^"]*\)".*/\1/p' t.html |
    sed "s/'sha256-[^']*'/HASH/g"
for part in script style; do
    awk -v open="<$part>" -v end="</$part>" '
        index($0, open) { on = 1; $0 = substr($0, index($0, open) + length(open)) }
        on && index($0, end) { printf "%s", substr($0, 1, index($0, end) - 1); exit }
        on { print }' t.html > $part
    hash=$(openssl dgst -sha256 -binary $part | base64)
    grep -qF "$part-src 'sha256-$hash'" t.html && echo "$part: its hash"
done
