# A history has no authority.
recap-diff --history --precedence plano a.csv b.csv
