# Only the names of columns: a table without forms, nothing to report.
echo 'kontes,kode,sumber,s01' > t.csv
recap-check t.csv
