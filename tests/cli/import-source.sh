# -s renames the one source of a table.
printf 'kontes,kode,sumber,s01\nppwp,3299011001001,plano,3\n' > rekap.csv
recap-import -c ppwp -s salinan:saksi-02 rekap.csv
