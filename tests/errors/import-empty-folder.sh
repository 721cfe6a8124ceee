mkdir berkas
echo x > berkas/LICENSE
recap-import -c ppwp -s plano berkas
