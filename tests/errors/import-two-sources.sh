printf 'kontes,kode,sumber,s01\nppwp,3299011001001,plano,3\nppwp,3299011001001,sirekap,3\n' > rekap.csv
recap-import -c ppwp -s salinan:saksi-01 rekap.csv
