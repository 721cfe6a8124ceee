# Votes that moved while every total stayed right, one TPS for each way: within a party (to a candidate,
# between candidates), between parties, from the invalid votes, between candidates of two parties, two
# transfers at once, several givers and takers, beside a misreading, and two misreadings that cancel.
head=kontes,kode,sumber,kecamatan,desa,tps,p01,p01_01,p01_02,p01_j,p02,p02_01,p02_02,p02_j,p03_j
head=$head,suara_sah,suara_tidak_sah,suara_total
echo "$head" > plano.csv
echo "$head" > sirekap.csv
# tps NUMBER CHANGE...: a form of the plano, and the same with the changes (NAME=VALUE) in Sirekap.
tps() {
    key=pdpr,3907122001$1,plano,RANDU,ASRI,$1
    number=$1
    shift
    echo "$key,33,24,11,68,40,25,12,77,48,193,7,200" >> plano.csv
    echo "$key,33,24,11,68,40,25,12,77,48,193,7,200" | sed 's/plano/sirekap/' |
        awk -F, -v OFS=, -v head="$head" -v changes="$*" '{
            n = split(head, names, ",")
            for (i = 1; i <= n; i++) at[names[i]] = i
            n = split(changes, list, " ")
            for (i = 1; i <= n; i++) {
                split(list[i], parts, "=")
                $at[parts[1]] = parts[2]
            }
            print
        }' >> sirekap.csv
}
tps 001 p01=26 p01_01=31
tps 002 p02_01=16 p02_02=21
tps 003 p01=24 p01_j=59 p03_j=57
tps 004 suara_tidak_sah=3 p02=44 p02_j=81 suara_sah=197
tps 005 p01_02=4 p01_j=61 p02_01=32 p02_j=84
tps 006 p01=28 p01_01=29 p02=37 p02_02=15
tps 007 p01=26 p01_01=17 p02=47 p02_01=32 p01_j=54 p02_j=91
tps 008 p01=30 p01_j=65 p02=43 p02_j=80 p03_j=848
tps 009 p01=38 p01_j=73 p03_j=43
tps 010 p01_01=11 p01_02=24
recap-diff --format text plano.csv sirekap.csv || echo "status $?"
recap-diff plano.csv sirekap.csv | awk -F, '$8 == "D08" || $7 == "009"' | cut -d, -f 7,8,16-
cut -d, -f 1-8,11,12 plano.csv > plano-parts.csv
cut -d, -f 1-8,11,12 sirekap.csv > sirekap-parts.csv
recap-diff plano-parts.csv sirekap-parts.csv | awk -F, '$8 == "D08"' | cut -d, -f 7,8,16-
