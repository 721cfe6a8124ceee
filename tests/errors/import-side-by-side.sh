printf 'Prop,Kota,Kec,Kel,TPS,01 KPU,02 KPU,01 KawalPemilu,02 KawalPemilu,' > k.csv
printf '01 KawalPilpres,02 KawalPilpres,01 AyoJagaTPS,02 AyoJagaTPS\nA,B,C,D,TPS 1,1,2,0,0,0,0,0,0\n' >> k.csv
recap-import -c ppwp k.csv || echo "status $?"
recap-import -c ppwp -s plano k.csv
