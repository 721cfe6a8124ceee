mkdir berkas
for i in 1 2 3; do
    printf '{"chart":{"100025":%s},"administrasi":null}\n' $i > berkas/329901100100$i.json
done
tar cf berkas.tar --sort=name berkas
gzip -n berkas.tar
head -c 200 berkas.tar.gz > putus.tar.gz
recap-import -c ppwp -s sirekap putus.tar.gz
