# How many TPS stand behind a sum that does not say so is not known: blank, not a number.
{
    printf 'kontes,kode,sumber,tps_masuk,tps_lengkap,s01\n'
    printf 'ppwp,3907122001,plano,2,2,7\n'
} > desa.csv
recap-sum --by=kecamatan --counts desa.csv
