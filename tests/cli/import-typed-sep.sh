# Excel names the separator in a line of its own.
printf 'sep=;\nkode;s01\n"=""3299011001001""";3\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
