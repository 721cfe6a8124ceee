# A kabupaten with 8,415 TPS, two sources and some twenty thousand findings opens in less than two
# seconds, and so do its list and a form.
. "$srcdir/tests/browser/lib.sh"
"$builddir/tests/gen/gen" --desa 187 --tps 45 --seed 7 -f acak=4600 -o made
recap-diff -q -o diff.csv made/plano.csv made/sirekap.csv || [ $? = 1 ]
recap-check -q -o check.csv made/plano.csv || [ $? = 1 ]
recap-report -q -F diff.csv -F check.csv -r made/register.csv -o page.html made/plano.csv \
    made/sirekap.csv || [ $? = 1 ]
wc -c page.html
wc -l diff.csv check.csv
browser_start 1920,1080
visit page.html
milliseconds=$(js 'return Math.round(performance.getEntriesByType("navigation")[0].loadEventEnd)')
echo "loaded after $milliseconds ms"
[ "$milliseconds" -gt 0 ]
[ "$milliseconds" -lt 2000 ]
for tab in differences stations; do
    milliseconds=$(js "const before = performance.now();
        document.getElementById('tab-$tab').click(); document.body.offsetHeight;
        return Math.round(performance.now() - before)")
    echo "$tab after $milliseconds ms"
    [ "$milliseconds" -lt 2000 ]
done
# Only the rows in view exist.
press 3
[ "$(js 'return document.querySelectorAll("[data-place]").length')" -lt 60 ]
press End
same 'the last row is in view' true "$(js 'const last = document.querySelector("[aria-selected=true][data-place]");
    const box = last.getBoundingClientRect(), list = last.closest(".list").getBoundingClientRect();
    return box.bottom <= list.bottom + 1 && box.top >= list.top')"
milliseconds=$(js "const before = performance.now();
    document.querySelector('[aria-selected=true][data-place]').click(); document.body.offsetHeight;
    return Math.round(performance.now() - before)")
echo "form after $milliseconds ms"
[ "$milliseconds" -lt 2000 ]
quiet
