# One table without records must not keep the other one out.
mkdir berkas
printf 'kode,s01\n' > berkas/a.csv
printf 'kode,s01\n3299011001001,3\n' > berkas/b.csv
recap-import -c ppwp -s plano berkas
