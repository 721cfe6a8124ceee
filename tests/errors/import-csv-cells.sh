# One cell too many, one too few; the sound record between them is taken.
printf 'kode,s01,s02\n3299011001001,1,2,3\n3299011001002,1,2\n3299011001003,1\n' > ketik.csv
recap-import -c ppwp -s plano ketik.csv
