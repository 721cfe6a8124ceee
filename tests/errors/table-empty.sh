# An empty file is no table.
: > t.csv
recap-check t.csv
