printf 'PK\003\004\024\000\000\000' > putus.zip
recap-import -c ppwp -s plano putus.zip
