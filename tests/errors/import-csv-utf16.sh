# A table saved as 'Unicode text'.
printf '\377\376k\000o\000d\000e\000,\000s\0000\0001\000\n\000' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
