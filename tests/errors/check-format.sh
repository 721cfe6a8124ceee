# A format that is not there.
recap-check --format=xml t.csv
