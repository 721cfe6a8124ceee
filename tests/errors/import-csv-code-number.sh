# What a spreadsheet makes of codes.
cat > ketik.csv <<'CSV'
kode;s01
1,07E+12;1
3.21602E+12;2
321602100600;3
3216021006002.0;4
;5
3216021006002;6
CSV
recap-import -c ppwp -s plano ketik.csv
