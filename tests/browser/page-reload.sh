# A page that is written anew while it is shown loads itself, and what was looked at stays: by what it
# is, not by its number, since there are other stations and findings before it now.
. "$srcdir/tests/browser/lib.sh"
recap-import -q -c ppwp -s plano -o plano.csv "$samples/kecamatan/plano.csv"
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
    NR > 1 { $3 = "sirekap"; $at["s03"]++ } { print }' plano.csv > sirekap.csv
recap-diff -q -o diff.csv plano.csv sirekap.csv || [ $? = 1 ]
# One line about a desa, which has no form.
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next }
    { print; last = $0 }
    END { $0 = last; $at["kode"] = "3907122005"; $at["aturan"] = "R24"; $at["isian"] = "suara_sah"
        print }' diff.csv > findings.csv
# At first nothing of the first desa is in.
later() {
    grep -v 3907122001 "$1"
}
later plano.csv > plano-later.csv
later sirekap.csv > sirekap-later.csv
later findings.csv > findings-later.csv
# few, all: writes the page
few() {
    recap-report -q --reload="$1" -F findings-later.csv -o page.html plano-later.csv \
        sirekap-later.csv || [ $? = 1 ]
}
all() {
    recap-report -q --reload="$1" -F findings.csv -o page.html plano.csv sirekap.csv || [ $? = 1 ]
}
# reloaded: waits until the page has loaded itself again, and is what was written last: a load that had
# begun before may still have read what was there before
reloaded() {
    size=$(sed -n 's|^.*<script type="application/json" id="data">\(.*\)</script>$|\1|p' page.html | wc -c)
    js 'window.seen = true' > reply.value
    n=0
    until [ "$(js "return window.seen === undefined && document.readyState === 'complete' &&
        new TextEncoder().encode(document.getElementById('data').textContent).length + 1")" = "$size" ]; do
        n=$((n + 1))
        if [ $n = 600 ]; then
            echo "the page does not load itself again"
            exit 1
        fi
        sleep 0.1
    done
}
focused() {
    js 'return document.activeElement.id'
}
browser_start

# The desa and the line.
few 3
visit 'page.html#language=en&theme=dark&size=3&area=d3907122003'
press 3 j j j j
line=$(text '[aria-selected=true][data-place]')
place=$(js 'return document.querySelector("[aria-selected=true][data-place]").dataset.place')
state=$(js 'return location.hash')
all 3
reloaded
same 'the address' "$state" "$(js 'return location.hash')"
same 'the line' "$line" "$(text '[aria-selected=true][data-place]')"
same 'the focus' list "$(focused)"
few 3
visit 'page.html#view=differences'
press j j j j
line=$(text '[aria-selected=true][data-place]')
top='return Math.round(document.querySelector("[aria-selected=true][data-place]")
    .getBoundingClientRect().top)'
above=$(js "$top")
all 3
reloaded
same 'the line behind others' "$line" "$(text '[aria-selected=true][data-place]')"
same 'rows before it' true "$(js 'return Number(document.querySelector("[aria-selected=true][data-place]")
    .dataset.place) > '"$place")"
same 'its height' "$above" "$(js "$top")"
# Somewhere else it is not forgotten.
press 1
reloaded
press 3
same 'the line, seen again' "$line" "$(text '[aria-selected=true][data-place]')"
# What is shown of a region.
press End Enter
same 'a desa' '3907122005' "$(text '#form-title')"
press p
same 'a desa, larger' '3907122005' "$(text '#form-title')"
reloaded
same 'a desa, anew' '3907122005' "$(text '#form-title')"
same 'the focus in it' form "$(focused)"
press p Escape
same 'closed' '' "$(text '#form-title')"
same 'the focus behind it' list "$(focused)"

# How far a form was read, and what was asked of it.
press Enter Escape
visit 'page.html#form=3907122003002'
js 'document.querySelector(".remark summary").click(); document.getElementById("form").scrollTop = 250;
    document.querySelector(".control td button").click(); document.getElementById("next").focus();
    document.getElementById("form").scrollTop = 250' > reply.value
seen='return [document.getElementById("form").scrollTop, document.querySelectorAll("#form [open]").length,
    document.querySelector(".control [aria-pressed=true]").id, document.activeElement.id].join(" ")'
before=$(js "$seen")
same 'before' '250 1' "$(echo "$before" | cut -d ' ' -f 1,2)"
press l
same 'in English' "$before" "$(js "$seen")"
press l
reloaded
same 'anew' "$before" "$(js "$seen")"
press '?'
reloaded
same 'the keys' false "$(js 'return document.getElementById("keys").hidden')"
press '?'
same 'the focus behind the keys' next "$(focused)"
press Escape

# Whoever types is not disturbed, and goes on after a pause.
visit 'page.html#view=differences'
press / p l
js 'window.seen = true' > reply.value
sleep 4
press a n o
same 'typed' 'plano true id' "$(js 'return [document.getElementById("search").value, window.seen,
    document.documentElement.lang].join(" ")')"
press Left
js 'Date.now = () => 9e15' > reply.value
reloaded
same 'the caret' 'search 4' "$(js 'return document.activeElement.id + " " +
    document.activeElement.selectionStart')"
press x
same 'typed on' 'planxo' "$(js 'return document.getElementById("search").value')"

# The place among the stations, and the end of it.
visit 'page.html#view=stations&size=6'
press End
reloaded
same 'the last station' "true tps-$(tail -n +2 plano.csv | cut -d , -f 2 | sort | tail -n 1)" "$(js 'const one = document.activeElement;
    const box = one.getBoundingClientRect();
    return (box.top >= 0 && box.bottom <= innerHeight) + " " + one.id')"
all 600
reloaded
written=$(date -r page.html '+%Y-%m-%d %H:%M:%S')
same 'the foot' "600 $written" "$(text '#foot' | grep -o "600\|$written" | tr '\n' ' ' | sed 's/ $//')"
press 1
same 'stations in' '50' "$(text '.figure:first-child strong')"
quiet
