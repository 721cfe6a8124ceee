# The official recapitulation of 2019 beside the TPS of two sources: recap-check finds every total
# that is not the sum of its parts (R24), as SQL finds them, and says which cannot be checked.
. "$srcdir/tests/data/common.subr"
need sqlite3
data two-source-2019/bulungan two-source-2019/kutai-timur two-source-2019/official-rekap.csv

# codes < TABLE: the codes of regions by KPU's number of 2019: 39KK for the kabupaten, then the place
# among its neighbours.
codes() {
    awk -F, 'NR > 1 && $2 == "kabko" { print $3 "," (code[$3] = sprintf("39%02d", ++n)) }
        NR > 1 && $2 == "kecamatan" { print $3 "," (code[$3] = sprintf("%s%02d", code[$4], ++k[$4])) }
        NR > 1 && $2 == "kelurahan" { print $3 "," sprintf("%s1%03d", code[$4], ++k[$4]) }' "$1"
}

# stations SOURCE FILE...: a recap table of the TPS whose kelurahan is known.
stations() {
    source=$1
    shift
    awk -F, -v source="$source" 'FILENAME == "codes.csv" { code[$1] = $2; next }
        FNR == 1 { split("", column); for (i = 1; i <= NF; i++) column[$i] = i; next }
        FNR == 2 && !begun++ { print "kontes,kode,sumber,s01,s02" }
        !("cakupan" in column) || $column["cakupan"] == 1 {
            printf "ppwp,%s%03d,%s,%s,%s\n", code[$column["kel_id"]], $column["tps"], source, \
                $column["pas1"], $column["pas2"]
        }' codes.csv "$@"
}

official=$RECAP_DATA/two-source-2019/official-rekap.csv
codes "$official" > codes.csv
awk -F, 'FILENAME == "codes.csv" { code[$1] = $2; next }
    FNR == 1 { print "kontes,kode,sumber,tps_terdaftar,s01,s02"; next }
    { print "ppwp," code[$3] ",rekap," $7 "," $10 "," $11 }' codes.csv "$official" > rekap.csv
folder=$RECAP_DATA/two-source-2019
stations kpu "$folder"/*/b_kpu_situng.csv > kpu.csv
stations kawalpemilu "$folder"/*/a_kawalpemilu.csv > kawalpemilu.csv
printf '%s\n' '[R22]' aktif=false '[R12]' aktif=false > rules.conf
want 1 recap-check -q --rules=rules.conf rekap.csv kpu.csv kawalpemilu.csv > check.csv
query check.csv "select kode, isian, nilai_a, sumber_b, nilai_b from t
    where aturan = 'R24'" | sort > found

# The same from the three files in SQL.
{
    echo ' create table total (kode text, n integer, s01 integer, s02 integer);'
    echo 'create table station (kode text, sumber text, s01 integer, s02 integer);'
    awk -F, -v q="'" 'function number(text) { return text == "" ? "null" : text }
        FNR == 1 { next }
        FILENAME == "rekap.csv" { key = "total values (" q $2 q ", " $4; at = 5 }
        FILENAME != "rekap.csv" { key = "station values (" q $2 q ", " q $3 q; at = 4 }
        { print "insert into " key ", " number($at) ", " number($(at + 1)) ");" }' \
        rekap.csv kpu.csv kawalpemilu.csv
    cat << 'END'
create table part as
    select x.kode, x.n, x.s01, x.s02, 'rekap' as sumber, count (*) as rows, sum (y.n) as present,
        sum (y.s01) as a, sum (y.s02) as b, sum (y.s01 is null) + sum (y.s02 is null) as blank
    from total x join total y on length (y.kode) = case length (x.kode) when 4 then 6 else 10 end
        and substr (y.kode, 1, length (x.kode)) = x.kode where length (x.kode) < 10 group by x.kode
    union all
    select x.kode, x.n, x.s01, x.s02, sumber, count (*), count (*), sum (y.s01), sum (y.s02),
        sum (y.s01 is null) + sum (y.s02 is null)
    from total x join station y on substr (y.kode, 1, 10) = x.kode group by x.kode, sumber;
select kode, '', '', sumber, '' from part where present < n or blank > 0;
select kode, 's01', s01, sumber, a from part where present >= n and blank = 0 and s01 <> a;
select kode, 's02', s02, sumber, b from part where present >= n and blank = 0 and s02 <> b;
END
} > query.sql
sqlite3 -batch -separator '|' :memory: < query.sql | sort > known
[ -s known ] || fail 'nothing is known'
same 'totals' known found
