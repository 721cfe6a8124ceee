# Ballots that differ between districts: candidates whom a district does not have need no number, and
# the sums are checked without them. Where the sum is wrong the finding says who was left out.
cat > plano.csv << 'END'
kontes,kode,sumber,p01,p01_01,p01_02,p01_03,p01_j,p20,p20_01,p20_j,suara_sah
pdprdp,1101011001001,plano,5,6,7,8,26,1,1,2,28
pdprdp,3216011001001,plano,5,6,,,11,,,,11
pdprdp,3216011001002,plano,5,6,,,12,,,,12
pdprdp,3216011001003,plano,5,,7,,12,,,,13
pdprdp,3216011001004,plano,5,9,,,,,,,12
pdprdp,3216011001005,plano,,,,,,,,,12
END
recap-check plano.csv || echo "status $?"
# A sum of them: only what is not explained is incomplete.
recap-sum --by kabko plano.csv
