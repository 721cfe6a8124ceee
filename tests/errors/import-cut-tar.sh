mkdir berkas
printf '{"chart":{"100025":1},"administrasi":null}\n' > berkas/3299011001001.json
tar cf berkas.tar berkas
head -c 1100 berkas.tar > putus.tar
recap-import -c ppwp -s sirekap putus.tar
