# One table is too few.
recap-diff a.csv
