# Only a history can move toward the plano.
recap-diff --toward plano.csv a.csv b.csv
