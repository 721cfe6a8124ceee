# Decisions to which one person agreed, named twice: the same letters otherwise spelt.
printf 'kontes,kode,sumber,s01\n' > plano.csv
printf 'kontes,kode,isian,semula,menjadi,dasar,alasan,disetujui\n' > d.csv
n=0
for names in 'PPK; ppk' 'Budi; Budi.' 'Ketua PPK; Ketua-PPK' 'Budi; Bud\303\255' 'Budi; Bu\342\200\213di' \
    'Budi; \360\235\220\201udi' 'Budi; 1'; do
    n=$((n + 1))
    printf 'ppwp,%s,plano,5\n' $n >> plano.csv
    printf "ppwp,%s,s01,5,6,plano,,\"$names\"\n" $n >> d.csv
done
recap-resolve -q --two-names -d d.csv -o final.csv plano.csv
