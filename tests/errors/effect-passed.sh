# Names are not ballot numbers.
recap-effect --passed=PKB plano.csv
