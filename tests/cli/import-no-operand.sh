printf 'kode,s01\n3299011001001,3\n' | recap-import -c ppwp -s plano
