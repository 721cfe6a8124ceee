# No newline at the end, CRLF: read like any other.
printf 'kontes,kode,sumber,s01,s02,s03,suara_sah\r\nppwp,3907122001001,plano,1,2,3,7' > t.csv
recap-check t.csv
