# The projector page in a browser: what it says of the made-up kecamatan, filters, keys, the form
# with its marked boxes, both languages, and that nothing is asked of any network.
. "$srcdir/tests/browser/lib.sh"
register=$samples/kecamatan/register.csv
recap-import -q -c ppwp -s plano -r "$register" -o plano.csv "$samples/kecamatan/plano.csv"
recap-import -q -c ppwp -s sirekap -r "$register" -o sirekap.csv "$samples/kecamatan/sirekap" ||
    [ $? = 1 ]
recap-check -q -o check.csv plano.csv || [ $? = 1 ]
recap-diff -q -o diff.csv plano.csv sirekap.csv || [ $? = 1 ]
recap-resolve -q -d "$samples/kecamatan/decisions.csv" -F check.csv --log log.csv -o final.csv \
    plano.csv || [ $? = 1 ]
recap-report -q -m "$samples/kecamatan/meeting.conf" -F check.csv -F diff.csv -r "$register" \
    -d "$samples/kecamatan/decisions.csv" -o page.html final.csv plano.csv sirekap.csv || [ $? = 1 ]

# What the table says, from outside.
sum() {
    awk -F, -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next } { n += $at[name] }
        END { print n }' final.csv | sed 's/\([0-9]\)\([0-9]\{3\}\)$/\1.\2/'
}
share() {
    awk -F, -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { n += $at[name]; all += $at["s01"] + $at["s02"] + $at["s03"] }
        END { printf "%.2f %%\n", 100 * n / all }' final.csv | tr . ,
}
# What several rules say of a whole form is several rows.
cells=$(awk -F, 'FNR > 1 { print $2, $10, $10 == "" ? $8 : "" }' check.csv diff.csv | sort -u | wc -l)

browser_start
visit page.html
same 'the heading' 'Presiden dan Wakil Presiden' "$(text h1)"
same 'the aid' 'ALAT BANTU' "$(text .aid)"
same 'stations in' '50 dari 50 TPS terdaftar' "$(text '.figure:first-child' | sed 's/TPS masuk //')"
same 'votes' "$(sum s01)
$(sum s02)
$(sum s03)" "$(text '.results .number')"
same 'shares' "$(share s01)
$(share s02)
$(share s03)" "$(text '.results .share')"

same 'nothing is missing' '' "$(text 'main > .note')"

# By keys only: differences, search, move, open, turn, close.
press 3
same 'all rows' "$cells dari $cells isian" "$(text .shown)"
press / 0 0 2 Escape
same 'search left' '' "$(js 'return document.getElementById("search").value')"
press / v . b ' ' a s r i
same 'search' '1' "$(text .shown | cut -d ' ' -f 1)"
same 'found' 'TPS 002 RANDU ASRI' "$(text '.list .where')"
same 'side by side' '3
?
3' "$(text '.list .number')"
js 'document.activeElement.blur()' > reply.value
press j Enter
same 'the form' 'TPS 002 RANDU ASRI' "$(text '#form-title')"
same 'focus in the form' form "$(js 'return document.activeElement.id')"
same 'marked boxes' '3
?
3' "$(text '.paper td button')"
text '.remark' | grep -q 'Menjadi 3 (hitung-ulang)'
text '.remark' | grep -q 'D05'

# Every rule as the minutes and recap-check have it, and the boxes of one that is broken.
verdict() {
    js "const row = Array.from(document.querySelectorAll('.control tbody tr'))
        .find(one => one.querySelector('b') && one.querySelector('b').innerText === '$1');
        return Array.from(row.querySelectorAll('td')).map(one => one.innerText.trim()).join(' | ')"
}
asked() {
    js 'return Array.from(document.querySelectorAll(".paper .asked"))
        .map(one => one.dataset.box).join(" | ")'
}
same 'R07 by source' '✓sesuai | belum | ✓sesuai' "$(verdict R07)"
visit 'page.html#form=3907122001001'
same 'R08 broken' '✓sesuai | ✓sesuai | ▲selisih 91' "$(verdict R08)"
text .control | grep -qF 'sirekap: V.A 155 != IV.1 0 + IV.2 37 + IV.3 27 = 64'
same 'no box asked for' '' "$(asked)"
js 'document.querySelector(".control .verdict-2 button").click()' > reply.value
same 'boxes of R08' 'sirekap s01 | sirekap s02 | sirekap s03 | sirekap suara_sah' "$(
    js 'return Array.from(document.querySelectorAll(".paper .asked")).map(one => one.dataset.box)
        .join("\n")' | while read -r source field; do
        [ "$source" = 2 ] && sed -n 's|.*id="data">\(.*\)</script>$|\1|p' page.html |
            jq -r ".sumber[$source][0] + \" \" + .isian[$field][0]"
    done | paste -s -d '|' | sed 's/|/ | /g')"
js 'document.querySelector(".control [aria-pressed=true]").click()' > reply.value
same 'unmarked' '' "$(asked)"
press l
same 'R08 in English' '✓agrees | ✓agrees | ▲off by 91' "$(verdict R08)"
press l Escape
# The formulas that are broken on all forms are those that recap-check finds (R27 also finds twins).
recap-check -q -o checked.csv final.csv plano.csv sirekap.csv || [ $? = 1 ]
sed -n 's|.*id="data">\(.*\)</script>$|\1|p' page.html > overview.json
jq -r '.kontrol[][] | .[1]' overview.json | sort -u > rules
awk -F, 'NR == FNR { rules[$1] = 1; next } FNR > 1 && $8 in rules && $10 != "" { print $2, $8, $11 }' rules \
    checked.csv | LC_ALL=C sort -u > broken.expected
n=0
jq -r '.desa[][0]' overview.json | while read -r desa; do
    sed -n "s|.*id=\"village-$n\">\(.*\)</script>\$|\1|p" page.html |
        jq -r --arg desa "$desa" --slurpfile data overview.json --argjson n $n '
            $data[0] as $d | $d.desa[$n][3] as $first | .kontrol | to_entries[]
            | $d.sumber[.key][0] as $source | .value | to_entries[]
            | select(.value != null) | .key as $at | .value[0] as $list | .value[2:][]
            | "\($desa)\($d.tps[$first + $at]) \($d.kontrol[$list][.[0]][1]) \($source)"'
    n=$((n + 1))
done | LC_ALL=C sort -u > broken.found
[ -s broken.found ]
diff broken.expected broken.found
# The fingerprint is that of the minutes, at the foot and on paper.
recap-report -q -o minutes.xlsx final.csv || [ $? = 1 ]
sidik=$(unzip -p minutes.xlsx xl/worksheets/sheet1.xml |
    sed -n 's/.*Sidik tabel akhir: \([0-9a-f ]*[0-9a-f]\).*/\1/p')
same 'the fingerprint' "Sidik tabel akhir (SHA-256), final: $sidik" "$(text '#fingerprint')"
webdriver POST /print '{ "orientation": "landscape" }' | jq -r . | base64 -d > page.pdf
if command -v pdftotext > pdftotext.path; then
    pages=$(pdftotext -layout page.pdf - | tr -c -d '\f' | wc -c)
    same 'printed pages' "$((pages + 1))" "$(pdftotext -layout page.pdf - | grep -cF "$sidik")"
fi

visit 'page.html#view=differences&search=v.b+asri&form=3907122001002'
press Right
same 'next form' 'TPS 003 RANDU ASRI' "$(text '#form-title')"
press Left l
same 'English' 'Station 002 RANDU ASRI' "$(text '#form-title')"
press Escape
same 'closed' true "$(js 'return document.getElementById("form").hidden')"
press Escape
same 'filters cleared' "$cells of $cells boxes" "$(text .shown)"
press End
same 'the last row' $((cells - 1)) "$(js 'return document.querySelector("[aria-selected=true][data-place]")
    .dataset.place')"

# Filters, each against the lists.
choose() {
    js "const one = document.getElementById('$1'); one.value = '$2';
        one.dispatchEvent(new Event('change')); return document.querySelector('.shown').innerText" |
        cut -d ' ' -f 1
}
found() {
    awk -F, -v at="$1" -v what="$2" 'FNR > 1 && $at == what { print $2, $10 }' check.csv diff.csv |
        sort -u | wc -l
}
same 'rule D01' "$(found 8 D01)" "$(choose filter-rule D01)"
choose filter-rule '' > reply.value
same 'severity info' "$(found 9 info)" "$(choose filter-severity 2)"
choose filter-severity '' > reply.value
causes=$(awk -F, 'FNR > 1 && $16 == "x-terbaca-8" { print $2, $10 }' check.csv diff.csv |
    sort -u | wc -l)
same 'cause' "$causes" "$(choose filter-cause x-terbaca-8)"
choose filter-cause '' > reply.value
same 'decided' "$(awk -F, 'NR > 1 { print $2, $3 }' "$samples/kecamatan/decisions.csv" | sort -u |
    wc -l)" "$(choose filter-status decided)"
choose filter-status '' > reply.value
same 'a desa' "$(awk -F, 'FNR > 1 && $2 ~ /^3907122003/ { print $2, $10, $10 == "" ? $8 : "" }' check.csv \
    diff.csv |
    sort -u | wc -l)" "$(choose area d3907122003)"

# The address says what is looked at, and brings it back.
state=$(js 'return location.hash')
visit "page.html$state"
same 'brought back' 'BUKIT SELASIH' "$(js 'return document.getElementById("area")
    .selectedOptions[0].innerText')"
visit 'page.html#view=results&area=d9&language=toString&region=1&size=99&theme=%3Cb%3E&form=1'
same 'nonsense in the address' 'Semua' "$(js 'return document.getElementById("area")
    .selectedOptions[0].innerText')"

# The TPS are one stop of Tab, from which the arrows lead to all of them.
visit 'page.html#view=stations'
at() {
    js 'return document.activeElement.id'
}
same 'one stop' 1 "$(js 'return document.querySelectorAll("[data-form][tabindex=\"0\"]").length')"
press Right
same 'where one was' tps-3907122001001 "$(at)"
press Right Right
same 'to the right' tps-3907122001003 "$(at)"
press Down
below=$(at)
press Up Left
same 'up and to the left' tps-3907122001002 "$(at)"
[ "$below" \> tps-3907122001003 ]
same 'still one stop' tps-3907122001002 "$(js 'return Array.from(
    document.querySelectorAll("[data-form][tabindex=\"0\"]"), one => one.id).join(" ")')"
press End Enter
same 'the last TPS' 'TPS 005 BUKIT SELASIH' "$(text '#form-title')"
press Escape
same 'back at the last TPS' tps-3907122003005 "$(at)"

# Nothing behind a dialogue is reached, and a button that is made anew keeps the focus.
visit 'page.html#form=3907122001002'
js 'window.visited = new Set(); document.addEventListener("focusin", event => window.visited.add(
    event.target.closest("#form") ? event.target.id || "?" : "behind"))' > reply.value
for n in 1 2 3 4 5 6 7 8 9 10; do
    press Tab Tab Tab Tab
done
same 'reached' 'true false' "$(js 'return ["next", "sheet", "close"].every(id =>
    window.visited.has(id)) + " " + window.visited.has("behind")')"
js 'document.getElementById("next").focus()' > reply.value
press l + t
same 'the focus, anew' next "$(at)"
press '?' '?'
same 'the focus behind the keys' next "$(at)"
press Enter
same 'the focus in the next form' 'next TPS 003 RANDU ASRI' "$(at) $(text '#form-title' |
    sed 's/Station/TPS/')"
press Escape
same 'the focus behind the form' view "$(at)"

# On paper letters are as large whatever they are on the wall.
visit 'page.html#size=6'
webdriver POST /goog/cdp/execute \
    '{ "cmd": "Emulation.setEmulatedMedia", "params": { "media": "print" } }' > reply.value
same 'letters on paper' '12px 12px' "$(js 'return ["#foot", "main"].map(one =>
    getComputedStyle(document.querySelector(one)).fontSize).join(" ")')"
webdriver POST /goog/cdp/execute \
    '{ "cmd": "Emulation.setEmulatedMedia", "params": { "media": "" } }' > reply.value

# Another page looks like this one.
sed 's|"tautan":\[\]|"tautan":[["Lain","./page.html"]]|' page.html > links.html
visit 'links.html#view=results&language=en&theme=dark&size=2'
js 'document.getElementById("link-0").click()' > reply.value
same 'the other page' 'page.html #language=en&theme=dark&size=2' "$(js '
    return location.pathname.replace(/.*\//, "") + " " + location.hash')"

# Every key of the list does something without an error; every button has a name.
visit page.html
press '?' Escape p p t t t + - 4 w Tab 2 o o 1 Tab Tab Tab Enter
same 'nameless' 0 "$(js 'return Array.from(document.querySelectorAll("button, select, input, a"))
    .filter(one => !one.innerText.trim() && !one.getAttribute("aria-label") &&
        !one.closest("label")).length')"
quiet
