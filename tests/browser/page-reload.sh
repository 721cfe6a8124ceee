# A page that is written anew while it is shown loads itself, and what was looked at stays.
. "$srcdir/tests/browser/lib.sh"
recap-import -q -c ppwp -s plano -o plano.csv "$samples/kecamatan/plano.csv"
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
    NR > 1 { $3 = "sirekap"; $at["s03"]++ } { print }' plano.csv > sirekap.csv
recap-diff -q -o diff.csv plano.csv sirekap.csv || [ $? = 1 ]
head -n 20 plano.csv > few.csv
recap-report -q --reload=3 -F diff.csv -o page.html few.csv sirekap.csv || [ $? = 1 ]
browser_start
visit 'page.html#language=en&theme=dark&size=3'
press 3 j j j j
before=$(text '[aria-selected=true][data-place]')
state=$(js 'return location.hash')
same 'stations in' '19' "$(js 'document.getElementById("tab-overview").click();
    const n = document.querySelector(".figure strong").innerText;
    document.getElementById("tab-differences").click(); return n')"
press j j j j
before=$(text '[aria-selected=true][data-place]')
recap-report -q --reload=600 -F diff.csv -o page.html plano.csv sirekap.csv || [ $? = 1 ]
n=0
until js 'return document.getElementById("foot").innerText' | grep -q 'every 600 seconds'; do
    n=$((n + 1))
    [ $n -lt 100 ]
    sleep 0.1
done
same 'the address' "$state" "$(js 'return location.hash')"
same 'the line' "$before" "$(text '[aria-selected=true][data-place]')"
same 'stations in, anew' '50' "$(js 'document.getElementById("tab-overview").click();
    return document.querySelector(".figure strong").innerText')"
same 'the focus' tab-overview "$(js 'document.getElementById("tab-overview").focus();
    document.activeElement.click(); return document.activeElement.id')"
quiet
