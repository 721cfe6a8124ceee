# Titles above a header of two lines, column numbers below it, rows of totals with and without a
# word; thousands with dots.
cat > ketik.csv <<'CSV'
HASIL PENGHITUNGAN SUARA;;;;;;;
Kecamatan Teluk Randu;;;;;;;
Kode TPS;Pemilih DPT;;;Pasangan Calon;;;Suara Sah
;L;P;Jumlah;1;2;3;
(1);(2);(3);(4);(5);(6);(7);(8)
3299122001001;1.000;500;1.500;10;20;30;60
3299122001002;1;5;6;1;2;3;6
JUMLAH PINDAHAN;1.001;505;1.506;11;22;33;66
JUMLAH PINDAHAN;1.001;505;1.506;11;22;33;66
3299122002001;1;5;6;1;2;3;6
;1.002;510;1.512;12;24;36;72
Jumlah Akhir;1.002;510;1.512;12;24;36;72
CSV
recap-import --number-format=id -c ppwp -s plano ketik.csv
