printf 'nama\nMEKAR\n' > daftar.csv
recap-import -c ppwp -s plano -r daftar.csv ketik.csv
