# What can have broken a form. Each TPS has one fault; see the comments beside it.
row='pengguna_total_j,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total'
{
    echo "kontes,kode,sumber,tps,$row"
    echo ppwp,3907122001001,sirekap,001,167,820,109,35,164,3,167 # X20 -> 820
    echo ppwp,3907122001002,sirekap,002,221,71,105,40,15,5,1     # 216 -> 15, 221 -> 1
    echo ppwp,3907122001003,sirekap,003,190,10,617,60,187,3,190  # 117 -> 617
    echo ppwp,3907122001004,sirekap,004,193,120,80,98,190,3,193  # 12 -> 120
    echo ppwp,3907122001005,sirekap,005,180,50,62,62,171,9,180     # two fit equally
    echo ppwp,3907122001006,sirekap,006,150,22,22,106,149,1,150  # three fit equally
    echo ppwp,3907122001007,sirekap,007,0,50,60,70,180,3,183     # 0 where nothing was read
    echo ppwp,3907122001008,sirekap,008,700,100,200,300,605,9,3   # nothing that is likely
    echo ppwp,3907122001009,sirekap,009,183,50,,70,180,3,184     # a blank is not 0
    echo ppwp,3907122001,sirekap,,1830,500,600,700,1801,30,1831  # a sum is not corrected
} > t.csv
recap-check t.csv > f.csv || test $? = 1
sqlite3 :memory: -cmd '.mode csv' -cmd '.import f.csv f' \
    "SELECT tps || '  ' || aturan || '  ' || isian || '  [' || sebab || ']' || char(10) || keterangan
     FROM f WHERE tingkat = 'galat'" < /dev/null | tr -d '"\r'
