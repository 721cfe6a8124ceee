# Texts that look like markup, scripts, formulas or terminal commands are text, wherever they come
# from: names, sources, findings, decisions, the meeting.
. "$srcdir/tests/browser/lib.sh"
evil='<script>document.title=1</script><img src=x onerror=document.title=2>'
{
    echo 'kontes,kode,sumber,provinsi,kabko,kecamatan,desa,tps,asal,s01,s02,s03,suara_sah,suara_tidak_sah,suara_total'
    echo "ppwp,3907122001001,plano,</script><!--,&lt;b&gt;,=1+1,$evil,001,<b>a</b>,1,2,3,6,0,6"
    echo "ppwp,3907122001001,salinan:<i>x</i>,</script><!--,&lt;b&gt;,=1+1,$evil,001,'\\,1,2,4,7,0,7"
} > table.csv
{
    echo 'kontes,kode,provinsi,kabko,kecamatan,desa,tps,aturan,tingkat,isian,sumber_a,nilai_a,sumber_b,nilai_b,selisih,sebab,keterangan,asal_a,asal_b'
    printf 'ppwp,3907122001001,,,,,001,D01,galat,s03,plano,3,salinan:<i>x</i>,4,1,<u>c</u>,%s \033[31m \302\205 \342\200\256 </script><!-- \342\200\250,x,\n' "$evil"
    printf 'ppwp,3907122001001,,,,,001,<b>,galat,<b>n</b>,plano,3,,,,,y,x,\n'
} > findings.csv
{
    echo 'kontes,kode,isian,semula,menjadi,dasar,alasan,kejadian_khusus,disetujui,waktu'
    echo "ppwp,3907122001001,s03,3,3,plano,$evil,=1+1,</dd>,"
} > decisions.csv
printf '[rapat]\ntempat=%s\n[saksi 1]\nnama=x\nmewakili=<b>%s</b>\n' "$evil" "$evil" > meeting.conf
recap-report -q -m meeting.conf -F findings.csv -d decisions.csv -o page.html table.csv
# Nothing ends a script before its time, and no control character is left.
same 'scripts' "$(grep -c '<script' page.html)" "$(grep -o '</script>' page.html | wc -l)"
if LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" page.html; then
    echo 'control characters in the page'
    exit 1
fi
browser_start
visit page.html
js 'window.kept = document.title' > reply.value
for view in 2 3 4 1; do
    press $view
done
press 3 j Enter
same 'the form' "TPS 001 $evil" "$(text '#form-title')"
text .finding | grep -qF "$evil"
text .decision | grep -qF "$evil"
text .paper | grep -qF "$evil"
text .finding | grep -qF '\x1B[31m'
press Escape l 2
text 'th[scope=row]' | grep -qF "<b>$evil</b>"
same 'elements from texts' 0 "$(js 'return document.querySelectorAll(
    "main b b, main i, main img, main u, #form img, body > img").length')"
same 'the title' "Presiden dan Wakil Presiden - =1+1" "$(js 'return document.title')"
quiet
