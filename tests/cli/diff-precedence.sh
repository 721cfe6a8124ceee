# Of the sources of each TPS the first label of the list is the authority, wherever its table stands;
# 'salinan' is for every witness. Where the plano is missing a copy takes its place.
head=kontes,kode,sumber,desa,tps,s01,s02,s03,suara_sah
{
    echo $head
    echo ppwp,3907122001001,sirekap,ASRI,001,80,70,40,170
    echo ppwp,3907122001002,sirekap,ASRI,002,10,20,30,60
    echo ppwp,3907122001003,sirekap,ASRI,003,10,20,30,60
} > sirekap.csv
{
    echo $head
    echo ppwp,3907122001001,salinan:PAN,ASRI,001,60,70,,170
    echo ppwp,3907122001002,salinan:PAN,ASRI,002,10,20,30,62
    echo ppwp,3907122001003,salinan:PAN,ASRI,003,10,21,30,61
    echo ppwp,3907122001003,salinan:PDIP,ASRI,003,10,20,30,60
    echo ppwp,3907122001003,salinanku,ASRI,003,10,20,30,60
} > salinan.csv
{
    echo $head
    echo ppwp,3907122001001,plano,ASRI,001,60,70,40,170
    echo ppwp,3907122001002,plano,ASRI,002,10,20,30,60
} > plano.csv
recap-diff --precedence plano,salinan,sirekap --accuracy tepat.csv sirekap.csv salinan.csv plano.csv ||
    echo "status $?"
cat tepat.csv
# Without the list the first table decides; the order of rows makes no difference.
{ echo $head; tail -n +2 salinan.csv | sort -r; } > mixed.csv
recap-diff -v plano.csv sirekap.csv mixed.csv > first.csv || echo "status $?"
recap-diff -o second.csv --precedence plano,sirekap plano.csv sirekap.csv mixed.csv || echo "status $?"
awk -F, '$2 !~ /003$/' first.csv > a
awk -F, '$2 !~ /003$/' second.csv > b
cmp a b
grep -c D11 first.csv
