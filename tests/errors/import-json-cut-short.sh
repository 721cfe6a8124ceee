# The download of one document broke off; the other one is taken.
mkdir berkas
printf '{"chart":{"100025":72,"100026":' > berkas/3299011001001.json
printf '{"chart":{"100025":1},"administrasi":null}\n' > berkas/3299011001002.json
recap-import -c ppwp -s sirekap berkas
