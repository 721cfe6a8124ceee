# TPS 017 Sobo, Banyuwangi, as published: nine of thirteen candidates misread. Every wrong number gets
# a cause, and the form adds up to its 193 valid votes, which the other source does not.
votes() {
    echo "$1" | tr ' ' '\n' | paste -sd,
}
header=kontes,kode,sumber,desa,tps,$(seq -f s%02g 13 | paste -sd,),suara_sah
cat > plano.csv << END
$header
pdpd,3510161007017,plano,SOBO,017,$(votes "11 35 17 23 19 22 1 3 2 37 1 20 2"),193
END
cat > sirekap.csv << END
$header
pdpd,3510161007017,sirekap,SOBO,017,$(votes "826 35 68 823 887 22 44 883 2 37 6 820 282"),193
END
recap-diff --format text plano.csv sirekap.csv || echo "status $?"
recap-diff plano.csv sirekap.csv
