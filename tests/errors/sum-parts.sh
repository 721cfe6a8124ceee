# Two sums of parts of one desa: nothing shows that no TPS is in both.
echo 'kontes,kode,sumber,tps_terdaftar,tps_masuk,tps_lengkap,s01' > a.csv
cp a.csv b.csv
echo 'ppwp,3299011001,plano,5,2,2,10' >> a.csv
echo 'ppwp,3299011001,plano,5,3,3,20' >> b.csv
recap-sum --by kecamatan a.csv b.csv
