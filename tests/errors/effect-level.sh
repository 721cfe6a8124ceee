# TPS are what is added up.
recap-effect --by=tps plano.csv
