# The page of a meeting that is not over: how many TPS the sums are of, that sums of other TPS are not
# compared, what is still to be done, who stands, and what came of a re-vote.
. "$srcdir/tests/browser/lib.sh"
recap-import -q -c ppwp -s plano -r "$samples/kecamatan/register.csv" -o plano.csv \
    "$samples/kecamatan/plano.csv"
# table SOURCE LINES NAME=VALUE...: the first lines of plano.csv as a source, boxes of its last line
# changed
table() {
    awk -F, -v OFS=, -v source="$1" -v lines="$2" -v changes="$3" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next }
        NR - 1 > lines { exit }
        { $3 = source }
        NR - 1 == lines {
            n = split(changes, change, " ")
            for (i = 1; i <= n; i++) {
                split(change[i], part, "=")
                $at[part[1]] = part[2]
            }
        }
        { print }' plano.csv
}
page() {
    recap-report -q -r "$samples/kecamatan/register.csv" -o page.html "$@" || [ $? = 1 ]
}
# beside BOX: what stands beside the first sum of the box
beside() {
    js "return Array.from(document.querySelectorAll('table.numbers tbody tr'))
        .find(one => one.cells[0].innerText.trim() === '$1').querySelectorAll('.off').length"
}
browser_start
table plano 10 '' > ten.csv
table sirekap 40 '' > forty.csv
page ten.csv forty.csv
visit page.html
same 'on the overview' 'TPS masuk: 10 dari 50 TPS terdaftar' "$(text .standing)"
press 2
same 'among the results' 'TPS masuk: 10 dari 50 TPS terdaftar' "$(text .standing)"
same 'of each source' 'plano 10 TPS
sirekap 40 TPS' "$(text 'table.numbers:first-of-type thead th.number' | head -n 2)"
same 'sums of other TPS' 0 "$(js 'return document.querySelectorAll("table .off").length')"

# Of the same TPS they are compared, where nothing is missing.
table sirekap 10 's01=900 suara_total=' > other.csv
page ten.csv other.csv
visit 'page.html#view=results'
same 'box that differs' 1 "$(beside 1)"
same 'box that is the same' 0 "$(beside 2)"
same 'box that is short' 0 "$(beside V.C)"
js 'return Array.from(document.querySelectorAll("table.numbers tbody tr"), one => one.innerText)
    .join("\n")' | grep 'V\.C' | grep -q '\*$'

# No share is more than all, and none is more certain than the sums.
table plano 2 'suara_total=' > blank.csv
page blank.csv
visit page.html
same 'shares of a total that is short' '' "$(text '.figure:nth-child(2) .note')"
table plano 2 's02=' > blank.csv
page blank.csv
visit page.html
same 'shares of short sums' '***' "$(text '.results .share' | tr -cd '*')"

# Forms of TPS that the register does not have are in the sums, which is said.
table plano 3 'kode=3907122001099 tps=099' > more.csv
page more.csv
visit 'page.html#language=en'
same 'not registered' \
    'Stations in: 2 of 50 registered stations; 1 stations that are not registered are in the sums too' \
    "$(text .standing)"

# What is to be done is what is listed, also a decision about a box that the table does not have.
table sirekap 10 's01=900 s02=1' > other.csv
recap-diff -q -o diff.csv ten.csv other.csv || [ $? = 1 ]
cat > decisions.csv << 'END'
kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu
ppwp,3907122003005,s01,2,3,plano,,,,
END
page -F diff.csv -d decisions.csv ten.csv other.csv
visit 'page.html#search=zzz&severity=2'
same 'decided' 0 "$(text '#figure-decided strong')"
left=$(text '#figure-left strong')
[ "$left" -gt 1 ]
js 'document.getElementById("figure-left").click()' > reply.value
same 'those left' "$left" "$(text .shown | cut -d ' ' -f 1)"
text .row | grep -q 'Keputusan belum masuk tabel'

# A re-vote is shown with its numbers.
awk -F, -v OFS=, 'NR == 1 { $3 = $3 ",psu" } NR > 1 { $3 = $3 (NR == 2 ? ",PSU" : ",Reguler") }
    { print }' ten.csv > again.csv
page again.csv
visit 'page.html#form=3907122001001'
same 'a re-vote' 'PSU' "$(text .revote)"
press Right
same 'an ordinary vote' '' "$(text .revote)"

# Names: of the witness, of the list; a party without either has its number.
cat > t.csv << 'END'
kontes,kode,sumber,tps,p01,p01_01,p01_02,p01_j,p18,p18_j,p24,p24_01,p24_j,suara_sah
pdpr,9171012001001,plano,001,1,2,3,6,,,4,,4,10
END
echo '{"1":{"ts":"x","id_partai":1,"nama":"PARTAI SATU","nomor_urut":1}}' > partai.json
echo '{"1":{"100":{"nama":"NAMA A","nomor_urut":1}}}' > 9101.json
printf '[saksi 24]\nnama=x\nmewakili=PARTAI <b>\n' > meeting.conf
recap-report -q -m meeting.conf --candidates partai.json --candidates 9101.json -o page.html t.csv ||
    [ $? = 1 ]
visit 'page.html#view=results'
same 'parties' 'PARTAI SATU
Partai Politik Nomor Urut 18
PARTAI <b>' "$(js 'return Array.from(document.querySelectorAll(".numbers:first-of-type tbody th"),
    one => one.firstChild.data).slice(0, 3).join("\n")')"
js 'document.getElementById("fold-1").focus(); document.activeElement.click()' > reply.value
same 'candidates' 'Suara partai
1. NAMA A
Calon nomor urut 2' "$(text '.part td:nth-child(2)' | head -n 3)"
same 'the focus' fold-1 "$(js 'return document.activeElement.id || "none"')"
visit 'page.html#form=9171012001001'
text '.paper th' | grep -qx '1. NAMA A'
quiet
