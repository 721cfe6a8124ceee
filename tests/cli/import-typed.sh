# Headings as people write them; semicolons, CRLF, a byte order mark, an empty row.
printf '\357\273\277Kode TPS;Kelurahan;TPS;Paslon 1;Paslon 2;Paslon 3;Suara Sah;Suara Tidak Sah;DPT L;Catatan\r\n3299011001001;MEKAR;TPS-001;100;X15;XX7;122;-;138;rapi\r\n;;;;;;;;;\r\n3299011001002;"MEKAR; RT 3";2;?;tidak terbaca;XXX;x;007;;\r\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
# A file counts once, however often it has the heading.
printf 'kode,s01,Paraf\n3299011001001,1,a\n' > a.csv
printf 'kode,Paraf,s01,Paraf\n3299011001002,b,2,c\n' > b.csv
recap-import -c ppwp -s plano --dry-run a.csv b.csv
