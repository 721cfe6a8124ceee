# Labels as on the form, separated by TABs.
printf 'kode\tJumlah seluruh suara sah\tJumlah Pengguna Hak Pilih (B.1 + B.2 + B.3) (L)\n3299011001001\t216\t105\n' > ketik.tsv
recap-import -c ppwp -s salinan:panwaslu ketik.tsv
