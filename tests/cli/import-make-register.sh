# The union of the sources: names from whoever has them, voters where all agree.
echo 'kode,sumber,provinsi,kabko,kecamatan,desa,pemilih_dpt_l,pemilih_dpt_p,s01
3299011001001,plano,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,100,90,1
3299011001002,plano,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,100,,1
3299011001,jumlah,CONTOH,MERAWAN,TELUK RANDU,RANDU ASRI,,,2' > plano.csv
echo 'kode,sumber,pemilih_dpt_l,pemilih_dpt_p,s01
3299011001001,panwaslu,101,90,1
3299011001901,panwaslu,10,20,1' > panwaslu.csv
recap-import -c ppwp --make-register -o register.csv plano.csv panwaslu.csv
cat register.csv
