# Forms of another TPS of the same desa: 001 and 002 swapped; 003 twice, also for 004; 006 to 008 one
# TPS too late; a page of 010 in 009; 011 filed under 012, its own missing; and a number of the TPS
# before. Of the next desa nothing is said.
cat > plano.csv << 'END'
kontes,kode,sumber,desa,tps,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total
ppwp,3907122001001,plano,RANDU,001,72,109,36,217,5,222
ppwp,3907122001002,plano,RANDU,002,60,80,11,151,2,153
ppwp,3907122001003,plano,RANDU,003,55,101,9,165,0,165
ppwp,3907122001004,plano,RANDU,004,91,47,21,159,4,163
ppwp,3907122001005,plano,RANDU,005,13,140,8,161,3,164
ppwp,3907122001006,plano,RANDU,006,66,77,88,231,1,232
ppwp,3907122001007,plano,RANDU,007,81,54,33,168,6,174
ppwp,3907122001008,plano,RANDU,008,28,93,17,138,7,145
ppwp,3907122001009,plano,RANDU,009,44,99,27,170,2,172
ppwp,3907122001010,plano,RANDU,010,31,112,15,158,9,167
ppwp,3907122001011,plano,RANDU,011,107,18,52,177,1,178
ppwp,3907122001012,plano,RANDU,012,63,84,30,177,4,181
ppwp,3907122001013,plano,RANDU,013,39,65,26,130,3,133
ppwp,3907122002001,plano,DAMAR,001,72,109,36,217,5,222
END
cat > sirekap.csv << 'END'
kontes,kode,sumber,desa,tps,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total
ppwp,3907122001001,sirekap,RANDU,001,60,80,11,151,2,153
ppwp,3907122001002,sirekap,RANDU,002,72,109,36,217,5,222
ppwp,3907122001003,sirekap,RANDU,003,55,101,9,165,0,165
ppwp,3907122001004,sirekap,RANDU,004,55,101,9,165,0,165
ppwp,3907122001005,sirekap,RANDU,005,13,140,8,161,3,164
ppwp,3907122001006,sirekap,RANDU,006,13,140,8,161,3,164
ppwp,3907122001007,sirekap,RANDU,007,66,77,88,231,1,232
ppwp,3907122001008,sirekap,RANDU,008,81,54,33,168,6,174
ppwp,3907122001009,sirekap,RANDU,009,31,112,15,170,2,172
ppwp,3907122001010,sirekap,RANDU,010,31,112,15,158,9,167
ppwp,3907122001012,sirekap,RANDU,012,107,18,52,177,1,178
ppwp,3907122001013,sirekap,RANDU,013,39,65,26,177,3,133
ppwp,3907122002001,sirekap,DAMAR,001,13,140,8,161,3,164
END
recap-diff --format text plano.csv sirekap.csv || echo "status $?"
# The same from a pipe, and from tables that must be sorted first.
recap-diff plano.csv sirekap.csv > sorted.csv || echo "status $?"
recap-diff - sirekap.csv < plano.csv > pipe.csv || echo "status $?"
sed 's/<stdin>/plano.csv/g' pipe.csv | cmp - sorted.csv
{ head -n 1 plano.csv; tail -n +2 plano.csv | sort -r; } > back.csv
recap-diff back.csv sirekap.csv > back-found.csv || echo "status $?"
sed 's/,back.csv:[0-9]*,/,plano,/' back-found.csv > found.csv
sed 's/,plano.csv:[0-9]*,/,plano,/' sorted.csv | cmp - found.csv
